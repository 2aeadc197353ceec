package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.TargetRule;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** HTTP rules that list no matches, which SMI takes for all and OSM for none (pkg/catalog/inbound_traffic_policies.go). */
final class RuleWithoutMatches implements Rule {

    @Override
    public String id() {
        return "SMI-TT-05";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().targets().stream()
                .flatMap(target -> target.httpRules().stream()
                        .filter(rule -> rule.matches().isEmpty())
                        .map(rule -> finding(facts, target, rule)))
                .toList();
    }

    private Finding finding(Facts facts, TrafficTarget target, TargetRule rule) {
        String known = facts.policies()
                .group(target.routeName(rule))
                .map(group -> group.matches().stream().map(HttpMatch::name).collect(Collectors.joining(", ", "[", "]")))
                .orElse("[...]");
        return Finding.of(
                this,
                Severity.ERROR,
                target.object(),
                rule.location(),
                "rule HTTPRouteGroup/" + rule.name() + " lists no matches",
                "OSM then allows no request at all (every call gets 404)",
                "add matches: " + known);
    }
}
