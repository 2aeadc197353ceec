package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** TrafficTargets without rules (pkg/smi/client.go hasValidRules). */
final class TargetWithoutRules implements Rule {

    @Override
    public String id() {
        return "SMI-TT-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().targets().stream()
                .filter(target -> target.rules().isEmpty())
                .map(this::finding)
                .toList();
    }

    private Finding finding(TrafficTarget target) {
        return Finding.of(
                this,
                Severity.ERROR,
                target.object(),
                target.object().location(),
                "there are no rules",
                "the mesh ignores the target: it allows nothing",
                "add a rule of kind HTTPRouteGroup with matches, or of kind TCPRoute");
    }
}
