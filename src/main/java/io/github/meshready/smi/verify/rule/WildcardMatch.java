package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.HttpRouteGroup;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Matches that allow every path (pkg/catalog/inbound_traffic_policies.go: an absent pathRegex is .*). */
final class WildcardMatch implements Rule {

    @Override
    public String id() {
        return "SMI-HTTP-13";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (HttpRouteGroup group : facts.policies().groups().values()) {
            for (HttpMatch match : group.matches()) {
                boolean anyPath = match.effectivePath().equals(HttpMatch.ANY_PATH)
                        && match.headers().items().isEmpty();
                if (anyPath && match.pathRegex().isEmpty() && match.methods().isEmpty()) {
                    findings.add(finding(
                            Severity.ERROR,
                            group,
                            match,
                            "match " + match.name() + " names neither a path nor a method",
                            "it allows every request, although it reads as if it allowed none"));
                } else if (anyPath) {
                    findings.add(finding(
                            Severity.INFO,
                            group,
                            match,
                            "match " + match.name() + " allows every path",
                            "whoever may use it may send any request with its methods"));
                }
            }
        }
        return findings;
    }

    private Finding finding(
            Severity severity, HttpRouteGroup group, HttpMatch match, String message, String consequence) {
        return Finding.of(
                this,
                severity,
                group.object(),
                match.location(),
                message,
                consequence,
                "name the paths in pathRegex; to allow all on purpose, write pathRegex: .* and the methods");
    }
}
