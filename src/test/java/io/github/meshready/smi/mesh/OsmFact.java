package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.policy.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A fact about OSM: what web gets when it asks a Service for its books, in an application that also has an api. */
record OsmFact(String what, String source, String to, Outcome outcome, List<String> documents) {

    private static final String RULE_OF_G = "{kind: HTTPRouteGroup, name: g, matches: [m]}";

    /**
     * @param source the place in OSM's sources that it comes from
     * @param to the Service
     * @param documents what is there besides web, which has no Service, and api
     */
    static OsmFact fact(String what, String source, String to, Outcome outcome, String... documents) {
        return new OsmFact(what, source, to, outcome, List.of(documents));
    }

    /** A target that lets web use the match m of the group g of api. */
    static String allow() {
        return target("a", "t", "api", "web", RULE_OF_G);
    }

    void check(boolean permissive) {
        List<String> all = new ArrayList<>(List.of(
                deployment("a", "web"), deployment("a", "api"), service("a", "api", "{port: 80, targetPort: 8080}")));
        all.addAll(documents);
        Application application = app(all.toArray(String[]::new));
        Service service = io.github.meshready.smi.TestManifests.service(application, to);
        Connection connection = new Connection(
                workload(application, "web"), service, service.ports().get(0));
        Mesh mesh = new Mesh(
                application,
                new PolicyReader(io.github.meshready.smi.app.Dialect.DEFAULT).read(application),
                new MeshMode(permissive, "test"),
                "osm");
        String host = service.name().namespace().equals("a")
                ? to
                : to + "." + service.name().namespace();
        Decision decision = mesh.decide(connection, new HttpRequest("GET", "/books", Map.of("host", host + ":80")));
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(outcome);
    }

    @Override
    public String toString() {
        return what + " (" + source + ")";
    }
}
