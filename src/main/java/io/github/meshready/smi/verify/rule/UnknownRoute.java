package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.HttpRouteGroup;
import io.github.meshready.smi.policy.TargetRule;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules that name a route object or match that is not there (pkg/catalog/inbound_traffic_policies.go, traffictarget.go). */
final class UnknownRoute implements Rule {

    @Override
    public String id() {
        return "SMI-TT-08";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (TrafficTarget target : facts.policies().targets()) {
            for (TargetRule rule : target.rules()) {
                if (rule.isTcp()) {
                    checkTcp(facts, target, rule, findings);
                } else if (rule.isHttp()) {
                    checkHttp(facts, target, rule, findings);
                }
            }
        }
        return findings;
    }

    private void checkTcp(Facts facts, TrafficTarget target, TargetRule rule, List<Finding> findings) {
        boolean missing = facts.policies().tcpRoute(target.routeName(rule)).isEmpty();
        if (missing && RouteElsewhere.namespaceOf(facts, rule).isEmpty()) {
            findings.add(finding(
                    target,
                    rule,
                    "no manifest defines TCPRoute " + target.routeName(rule),
                    "the mesh closes every port for this target, and with them its HTTP routes"));
        }
    }

    private void checkHttp(Facts facts, TrafficTarget target, TargetRule rule, List<Finding> findings) {
        Optional<HttpRouteGroup> group = facts.policies().group(target.routeName(rule));
        if (group.isPresent()) {
            rule.matches().stream()
                    .filter(name -> group.get().match(name).isEmpty())
                    .forEach(name -> findings.add(finding(
                            target,
                            rule,
                            "HTTPRouteGroup " + target.routeName(rule) + " has no match \"" + Printable.text(name)
                                    + "\"",
                            "the mesh leaves it out without a word: what it was to allow gets 404")));
        } else if (RouteElsewhere.namespaceOf(facts, rule).isEmpty()) {
            findings.add(finding(
                    target,
                    rule,
                    "no manifest defines HTTPRouteGroup " + target.routeName(rule),
                    "the rule allows nothing: every request gets 404"));
        }
    }

    private Finding finding(TrafficTarget target, TargetRule rule, String message, String consequence) {
        return Finding.of(
                this,
                Severity.ERROR,
                target.object(),
                rule.location(),
                message,
                consequence,
                "correct the name, or add the object to the manifests");
    }
}
