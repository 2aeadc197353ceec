package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** TrafficTargets while permissive mode is on: they have no effect (pkg/catalog/inbound_traffic_policies.go). */
final class IdleTargets implements Rule {

    @Override
    public String id() {
        return "SMI-TT-16";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<TrafficTarget> targets = facts.policies().targets();
        if (!facts.mesh().mode().permissive() || targets.isEmpty()) {
            return List.of();
        }
        KubeObject first = targets.get(0).object();
        return List.of(Finding.of(
                this,
                Severity.INFO,
                first,
                first.location(),
                (targets.size() == 1 ? "it has" : "it has, as all " + targets.size() + " TrafficTargets have,")
                        + " no effect",
                "permissive mode is on (" + facts.mesh().mode().source()
                        + "): every call between meshed pods is allowed",
                "see what would be refused (SMI-CALL-05), then switch permissive mode off"));
    }
}
