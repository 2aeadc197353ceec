package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.EgressPolicy;
import io.github.meshready.smi.policy.HttpRouteGroup;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Routes that no policy of the manifests uses. */
final class UnusedRoutes implements Rule {

    @Override
    public String id() {
        return "SMI-HTTP-11";
    }

    @Override
    public List<Finding> check(Facts facts) {
        Map<ObjectName, Set<String>> used = new HashMap<>();
        for (TrafficTarget target : facts.policies().targets()) {
            target.rules()
                    .forEach(rule -> used.computeIfAbsent(target.routeName(rule), key -> new HashSet<>())
                            .addAll(rule.matches()));
        }
        Set<ObjectName> byEgress = usedByEgress(facts);
        List<Finding> findings = new ArrayList<>();
        facts.policies().groups().forEach((name, group) -> {
            if (!byEgress.contains(name)) {
                check(group, Optional.ofNullable(used.get(name)), findings);
            }
        });
        return findings;
    }

    /** An Egress takes all matches of a group. */
    private static Set<ObjectName> usedByEgress(Facts facts) {
        Set<ObjectName> used = new HashSet<>();
        for (EgressPolicy policy : facts.policies().egressPolicies()) {
            policy.object().fields().mapping("spec").map(spec -> spec.mappings("matches")).orElse(List.of()).stream()
                    .flatMap(match -> match.text("name").stream())
                    .forEach(name -> used.add(new ObjectName(policy.object().namespace(), name)));
        }
        return used;
    }

    private void check(HttpRouteGroup group, Optional<Set<String>> used, List<Finding> findings) {
        if (used.isEmpty()) {
            findings.add(finding(group, group.object().location(), "no TrafficTarget and no Egress names it"));
            return;
        }
        // Of rules without matches, SMI-TT-05 speaks.
        group.matches().stream()
                .filter(match -> !used.get().isEmpty() && !used.get().contains(match.name()))
                .forEach(match -> findings.add(finding(
                        group, match.location(), "no TrafficTarget names match " + Printable.text(match.name()))));
    }

    private Finding finding(HttpRouteGroup group, Location location, String message) {
        return Finding.of(
                this,
                Severity.INFO,
                group.object(),
                location,
                message,
                "it allows nothing",
                "remove it, unless policies elsewhere use it");
    }
}
