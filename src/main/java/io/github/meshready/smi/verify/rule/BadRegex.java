package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.RouteRegex;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.HttpRouteGroup;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Expressions that the proxy's RE2 does not take (pkg/envoy/rds/route/route_config.go: safe_regex). */
final class BadRegex implements Rule {

    @Override
    public String id() {
        return "SMI-HTTP-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (HttpRouteGroup group : facts.policies().groups().values()) {
            for (HttpMatch match : group.matches()) {
                Stream.concat(Stream.of(match.effectivePath()), match.headers().all().values().stream())
                        .filter(regex -> RouteRegex.of(regex).isEmpty())
                        .forEach(regex -> findings.add(finding(group, match, regex)));
            }
        }
        return findings;
    }

    private Finding finding(HttpRouteGroup group, HttpMatch match, String regex) {
        return Finding.of(
                this,
                Severity.ERROR,
                group.object(),
                match.location(),
                "match " + match.name() + " has the expression " + Printable.text(regex)
                        + ", which is not RE2 or too large",
                "the proxies refuse the whole route configuration and keep the one before",
                "use the syntax of RE2, without look-around, back-references and large repetitions");
    }
}
