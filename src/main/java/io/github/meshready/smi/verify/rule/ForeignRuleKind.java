package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.TargetRule;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** Rules of a kind that voids the whole TrafficTarget (pkg/smi/client.go hasValidRules). */
final class ForeignRuleKind implements Rule {

    @Override
    public String id() {
        return "SMI-TT-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().targets().stream()
                .flatMap(target -> target.rules().stream()
                        .filter(rule -> !rule.isHttp() && !rule.isTcp())
                        .map(rule -> finding(target, rule)))
                .toList();
    }

    private Finding finding(TrafficTarget target, TargetRule rule) {
        return Finding.of(
                this,
                Severity.ERROR,
                target.object(),
                rule.location(),
                "a rule is of kind \"" + Printable.text(rule.kind()) + "\"",
                "the mesh ignores the whole target, its other rules too",
                "use only the kinds HTTPRouteGroup and TCPRoute");
    }
}
