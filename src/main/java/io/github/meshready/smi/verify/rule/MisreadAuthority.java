package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.HttpRouteGroup;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Matches of the header host in a form that requests do not have (pkg/envoy/rds/route/route_config.go; osm#3644). */
final class MisreadAuthority implements Rule {

    private static final String HOST = "host";
    private static final int UNNAMED = 80;

    @Override
    public String id() {
        return "SMI-HTTP-06";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().usesEnvoy()) {
            return List.of(); // what the fork does is not known
        }
        List<Finding> findings = new ArrayList<>();
        for (HttpRouteGroup group : facts.policies().groups().values()) {
            for (HttpMatch match : group.matches()) {
                match.headers().all().forEach((name, value) -> check(facts, group, match, name, value, findings));
            }
        }
        return findings;
    }

    private void check(
            Facts facts, HttpRouteGroup group, HttpMatch match, String name, String value, List<Finding> findings) {
        if (!name.equalsIgnoreCase(HOST)) {
            return;
        }
        if (!name.equals(HOST)) {
            findings.add(finding(
                    group,
                    match,
                    "match " + Printable.text(match.name()) + " asks for the header " + name,
                    "only host in lower case is the host of a request: no request matches",
                    "write host"));
        } else if (value.indexOf(':') < 0 && !value.endsWith("*") && !value.endsWith("+")) {
            portOtherThanUsual(facts, group, match)
                    .ifPresent(port -> findings.add(finding(
                            group,
                            match,
                            "match " + Printable.text(match.name()) + " asks for host " + Printable.text(value)
                                    + ", without a port",
                            "clients name port " + port + " in the host of their requests: these do not match",
                            "write " + Printable.text(value) + "(:" + port + ")?")));
        }
    }

    /** A port that is called with these routes and that clients name, as it is not the one of http. */
    private static Optional<Integer> portOtherThanUsual(Facts facts, HttpRouteGroup group, HttpMatch match) {
        return facts.policies().targets().stream()
                .filter(target -> target.isValid(facts.dialect()))
                .filter(target -> target.rules().stream()
                        .anyMatch(rule ->
                                target.routeName(rule).equals(group.object().objectName())
                                        && rule.matches().contains(match.name())))
                .flatMap(target ->
                        facts.mesh().served(target.destination().orElseThrow().account()).stream())
                .filter(ServedPort::isHttp)
                .map(served -> served.port().number())
                .filter(number -> number != UNNAMED)
                .min(Comparator.naturalOrder());
    }

    private Finding finding(HttpRouteGroup group, HttpMatch match, String message, String consequence, String fix) {
        return Finding.of(
                this, Severity.WARNING, group.object(), match.headers().location(), message, consequence, fix);
    }
}
