package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
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

/** Methods that the CRD rejects, or that say nothing (crds/smi_http_route_group.yaml). */
final class BadMethod implements Rule {

    @Override
    public String id() {
        return "SMI-HTTP-10";
    }

    private static final Set<String> KNOWN =
            Set.of("*", "GET", "HEAD", "PUT", "POST", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (HttpRouteGroup group : facts.policies().groups().values()) {
            group.matches().forEach(match -> check(group, match, findings));
        }
        return findings;
    }

    private void check(HttpRouteGroup group, HttpMatch match, List<Finding> findings) {
        Set<String> seen = new HashSet<>();
        for (String method : match.methods()) {
            if (!KNOWN.contains(method)) {
                findings.add(Finding.of(
                        this,
                        Severity.ERROR,
                        group.object(),
                        match.location(),
                        "match " + match.name() + " has the method \"" + Printable.text(method) + "\"",
                        "the API server rejects the group",
                        "use capitals and one of: "
                                + String.join(", ", KNOWN.stream().sorted().toList())));
            } else if (!seen.add(method)) {
                findings.add(warning(group, match, "lists " + method + " twice", "the repetition is dropped"));
            }
        }
        if (seen.contains(HttpMatch.ANY_METHOD) && seen.size() > 1) {
            findings.add(warning(group, match, "lists * beside other methods", "* alone decides: any method"));
        }
    }

    private Finding warning(HttpRouteGroup group, HttpMatch match, String message, String consequence) {
        return Finding.of(
                this,
                Severity.WARNING,
                group.object(),
                match.location(),
                "match " + match.name() + " " + message,
                consequence,
                "list each method once, or only *");
    }
}
