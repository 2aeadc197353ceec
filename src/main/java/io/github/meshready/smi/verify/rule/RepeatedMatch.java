package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.HttpRouteGroup;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Route groups with matches of one name, or with none (pkg/catalog/inbound_traffic_policies.go, E2006). */
final class RepeatedMatch implements Rule {

    @Override
    public String id() {
        return "SMI-HTTP-09";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (HttpRouteGroup group : facts.policies().groups().values()) {
            if (group.matches().isEmpty()) {
                findings.add(Finding.of(
                        this,
                        Severity.ERROR,
                        group.object(),
                        group.object().location(),
                        "there are no matches",
                        "the mesh skips the group: rules that name it allow nothing",
                        "add matches, or delete the group"));
            }
            Set<String> names = new HashSet<>();
            for (HttpMatch match : group.matches()) {
                if (!names.add(match.name())) {
                    findings.add(Finding.of(
                            this,
                            Severity.ERROR,
                            group.object(),
                            match.location(),
                            "match " + match.name() + " stands twice",
                            "only the last one counts",
                            "give each match a name of its own"));
                }
            }
        }
        return findings;
    }
}
