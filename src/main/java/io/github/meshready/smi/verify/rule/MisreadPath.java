package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.HttpRouteGroup;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths written as something else than the expression that the mesh takes them for (pkg/envoy/rds/route/route_config.go). */
final class MisreadPath implements Rule {

    @Override
    public String id() {
        return "SMI-HTTP-05";
    }

    private record Fault(String message, String consequence, String fix) {}

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().matchesWholeText()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (HttpRouteGroup group : facts.policies().groups().values()) {
            for (HttpMatch match : group.matches()) {
                match.pathRegex()
                        .flatMap(MisreadPath::fault)
                        .ifPresent(fault -> findings.add(Finding.of(
                                this,
                                Severity.WARNING,
                                group.object(),
                                group.location(match, "pathRegex"),
                                "path " + Printable.text(match.effectivePath()) + " of match "
                                        + Printable.text(match.name()) + " " + fault.message(),
                                fault.consequence(),
                                fault.fix())));
            }
        }
        return findings;
    }

    private static Optional<Fault> fault(String path) {
        if (path.endsWith("/*")) {
            return Optional.of(new Fault(
                    "ends in /*",
                    "that is any number of slashes, not what is below them",
                    "write " + Printable.text(path.substring(0, path.length() - 2)) + "(/.*)?"));
        }
        if (path.contains("\\?") || path.contains("[?]")) {
            return Optional.of(new Fault(
                    "asks for a question mark",
                    "the mesh compares the path without the query: no request matches",
                    "leave the query out"));
        }
        if (!path.isEmpty() && Character.isLetterOrDigit(path.charAt(0))) {
            return Optional.of(new Fault(
                    "does not start with a slash", "every path does: no request matches", "write a slash in front"));
        }
        int brace = path.indexOf("/{");
        if (brace >= 0 && brace + 2 < path.length() && Character.isLetter(path.charAt(brace + 2))) {
            return Optional.of(new Fault(
                    "has a parameter in braces",
                    "to the mesh the braces are part of the path: no request matches",
                    "write [^/]+ for the parameter"));
        }
        return Optional.empty();
    }
}
