package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.TargetRule;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** Rules that mean a route object of another namespace (pkg/catalog/inbound_traffic_policies.go). */
final class RouteInOtherNamespace implements Rule {

    @Override
    public String id() {
        return "SMI-TT-09";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().targets().stream()
                .flatMap(target -> target.rules().stream()
                        .filter(rule -> isMissing(facts, target, rule))
                        .flatMap(rule -> RouteElsewhere.namespaceOf(facts, rule).stream()
                                .map(namespace -> finding(target, rule, namespace))))
                .toList();
    }

    private static boolean isMissing(Facts facts, TrafficTarget target, TargetRule rule) {
        return rule.isHttp() && facts.policies().group(target.routeName(rule)).isEmpty()
                || rule.isTcp()
                        && facts.policies().tcpRoute(target.routeName(rule)).isEmpty();
    }

    private Finding finding(TrafficTarget target, TargetRule rule, String namespace) {
        return Finding.of(
                this,
                Severity.ERROR,
                target.object(),
                rule.location(),
                rule.kind() + " " + rule.name() + " is in namespace " + namespace + ", not in " + target.namespace(),
                "the mesh looks for it in the target's namespace only: the rule allows nothing",
                "move the " + rule.kind() + " to namespace " + target.namespace());
    }
}
