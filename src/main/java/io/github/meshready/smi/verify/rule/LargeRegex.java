package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.RouteRegex;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.HttpRouteGroup;
import io.github.meshready.smi.route.regex.ProgramSize;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Expressions that the proxies may find too large once compiled (Envoy, re2.max_program_size.error_level). */
final class LargeRegex implements Rule {

    @Override
    public String id() {
        return "SMI-HTTP-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().usesEnvoy()) {
            return List.of(); // the fork's proxy has no such limit
        }
        List<Finding> findings = new ArrayList<>();
        for (HttpRouteGroup group : facts.policies().groups().values()) {
            for (HttpMatch match : group.matches()) {
                Stream.concat(Stream.of(match.effectivePath()), match.headers().all().values().stream())
                        .forEach(regex -> RouteRegex.of(regex)
                                .map(RouteRegex::programSize)
                                .filter(size -> size > ProgramSize.LIMIT)
                                .ifPresent(size -> findings.add(finding(group, match, regex, size))));
            }
        }
        return findings;
    }

    private Finding finding(HttpRouteGroup group, HttpMatch match, String regex, int size) {
        return Finding.of(
                this,
                Severity.WARNING,
                group.object(),
                match.location(),
                "the expression " + Printable.text(regex) + " of match " + Printable.text(match.name())
                        + " compiles to about " + size + " instructions",
                "proxies take " + ProgramSize.LIMIT
                        + " at most: they may refuse the whole route configuration and keep the one before",
                "shorten it, or make several matches of it");
    }
}
