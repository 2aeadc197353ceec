package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** UpstreamTrafficSettings of which another takes the place, or whose paths no route has (pkg/trafficpolicy/trafficpolicy.go). */
final class IneffectiveSetting implements Rule {

    @Override
    public String id() {
        return "SMI-UTS-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        Map<String, KubeObject> first = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (KubeObject setting : TrafficSettings.of(facts)) {
            String host = TrafficSettings.host(setting);
            KubeObject other = host.isEmpty() ? null : first.putIfAbsent(setting.namespace() + "/" + host, setting);
            if (other != null) {
                findings.add(finding(
                        setting,
                        TrafficSettings.hostLocation(setting),
                        "its host " + Printable.text(host) + " is that of " + other.described() + " as well",
                        "the mesh applies one of them, at random",
                        "keep one for each host"));
            }
            checkPaths(facts, setting, findings);
        }
        return findings;
    }

    private void checkPaths(Facts facts, KubeObject setting, List<Finding> findings) {
        Set<String> known = facts.mesh().mode().permissive()
                ? Set.of(HttpMatch.ANY_PATH)
                : facts.policies().groups().values().stream()
                        .filter(group -> group.object().namespace().equals(setting.namespace()))
                        .flatMap(group -> group.matches().stream())
                        .map(HttpMatch::effectivePath)
                        .collect(Collectors.toSet());
        if (known.isEmpty()) {
            return; // the routes are somewhere else
        }
        TrafficSettings.spec(setting).map(spec -> spec.mappings("httpRoutes")).orElse(List.of()).stream()
                .filter(route ->
                        route.text("path").filter(path -> !known.contains(path)).isPresent())
                .forEach(route -> findings.add(finding(
                        setting,
                        route.location("path"),
                        "path " + Printable.text(route.text("path").orElseThrow()) + " is the pathRegex of no route",
                        "the mesh compares the texts: the setting for this path has no effect",
                        facts.mesh().mode().permissive()
                                ? "in permissive mode the only route is " + HttpMatch.ANY_PATH
                                : "write the pathRegex of a match, letter by letter")));
    }

    private Finding finding(KubeObject setting, Location location, String message, String consequence, String fix) {
        return Finding.of(this, Severity.WARNING, setting, location, message, consequence, fix);
    }
}
