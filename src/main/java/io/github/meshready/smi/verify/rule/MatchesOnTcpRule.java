package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.TargetRule;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Rules for a TCPRoute that list matches, which are those of an HTTPRouteGroup (pkg/catalog/inbound_traffic_policies.go). */
final class MatchesOnTcpRule implements Rule {

    @Override
    public String id() {
        return "SMI-TT-12";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (TrafficTarget target : facts.policies().targets()) {
            target.tcpRules().stream()
                    .filter(rule -> !rule.matches().isEmpty())
                    .forEach(rule -> findings.add(finding(facts, target, rule)));
        }
        return findings;
    }

    private Finding finding(Facts facts, TrafficTarget target, TargetRule rule) {
        boolean misread = !facts.policies().matches(target, rule).isEmpty();
        return Finding.of(
                this,
                misread ? Severity.ERROR : Severity.WARNING,
                target.object(),
                rule.location(),
                "rule TCPRoute/" + Printable.text(rule.name()) + " lists matches",
                misread
                        ? "the mesh does not look at the kind: it allows these matches of the HTTPRouteGroup of that name"
                        : "they have no effect",
                "remove them; if requests are meant, write kind: HTTPRouteGroup");
    }
}
