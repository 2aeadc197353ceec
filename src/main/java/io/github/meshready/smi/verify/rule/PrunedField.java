package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.policy.Smi;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields of policies that the CRDs do not have, and the API server drops without a word (cmd/osm-bootstrap/crds). */
final class PrunedField implements Rule {

    /** What stood at the top of an object before there was a spec. */
    private static final Map<String, List<String>> ONCE_AT_THE_TOP = Map.of(
            Smi.TRAFFIC_TARGET, List.of("destination", "sources", "rules", "specs"),
            Smi.HTTP_ROUTE_GROUP, List.of("matches"),
            Smi.TCP_ROUTE, List.of("matches"));

    @Override
    public String id() {
        return "SMI-TT-15";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        facts.policies()
                .targets()
                .forEach(target -> field(target.object(), "destination", "port")
                        .ifPresent(place -> findings.add(finding(
                                target.object(),
                                place,
                                "destination.port",
                                "the target holds for all ports of the destination's pods",
                                "name a TCPRoute with the port in the rules"))));
        facts.policies()
                .tcpRoutes()
                .values()
                .forEach(route -> field(route.object(), "matches", "name")
                        .ifPresent(place -> findings.add(finding(
                                route.object(), place, "matches.name", "nothing can refer to it", "remove it"))));
        facts.policies().targets().forEach(target -> top(target.object(), findings));
        facts.policies().groups().values().forEach(group -> top(group.object(), findings));
        facts.policies().tcpRoutes().values().forEach(route -> top(route.object(), findings));
        facts.policies().splits().stream()
                .filter(split -> split.object().apiVersion().endsWith("/v1alpha2"))
                .forEach(split -> spec(split.object())
                        .filter(spec -> spec.value("matches").isPresent())
                        .ifPresent(spec -> findings.add(finding(
                                split.object(),
                                spec.location("matches"),
                                "matches",
                                "the split spreads all requests alike",
                                "remove it"))));
        return findings;
    }

    private void top(KubeObject object, List<Finding> findings) {
        for (String field : ONCE_AT_THE_TOP.get(object.kind())) {
            if (object.fields().value(field).isPresent()) {
                findings.add(finding(
                        object,
                        object.fields().location(field),
                        field + " beside spec",
                        "to the mesh it says nothing",
                        field.equals("specs") ? "write rules in spec" : "move it into spec"));
            }
        }
    }

    private static Optional<Fields> spec(KubeObject object) {
        return object.fields().mapping("spec");
    }

    private static Optional<Location> field(KubeObject object, String parent, String key) {
        return spec(object)
                .flatMap(spec -> spec.mapping(parent))
                .filter(fields -> fields.value(key).isPresent())
                .map(fields -> fields.location(key));
    }

    private Finding finding(KubeObject object, Location location, String field, String consequence, String fix) {
        return Finding.of(
                this,
                Severity.WARNING,
                object,
                location,
                field + " is no field of " + object.apiVersion(),
                "the API server drops it: " + consequence,
                fix);
    }
}
