package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** TrafficTargets without sources, which open instead of closing (pkg/envoy/rbac/policy.go Build). */
final class TargetWithoutSources implements Rule {

    @Override
    public String id() {
        return "SMI-TT-07";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().targets().stream()
                .filter(target -> target.sources().isEmpty())
                .map(this::finding)
                .toList();
    }

    private Finding finding(TrafficTarget target) {
        return Finding.of(
                this,
                Severity.ERROR,
                target.object(),
                target.object().location(),
                "there are no sources",
                "the mesh takes that for any caller: whoever reaches the destination at all may use these rules",
                "name the sources, or delete the target");
    }
}
