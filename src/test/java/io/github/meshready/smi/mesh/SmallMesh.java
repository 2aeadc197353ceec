package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.workload;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.policy.PolicyReader;
import java.util.List;
import java.util.stream.Stream;

/**
 * An application in the mesh, and what the mesh decides about its calls.
 *
 * @param documents its manifests
 * @param permissive whether the mesh is in permissive mode
 */
record SmallMesh(List<String> documents, boolean permissive) {

    /** The rule of a TrafficTarget that names the one match of a group. */
    static final String RULE = "{kind: HTTPRouteGroup, name: g, matches: [m]}";

    /** That group, where it stands for every request. */
    static final String ALL = group("a", "g", "{name: m, pathRegex: '.*', methods: ['*']}");

    /** What lets web call api. */
    static final String TARGET = target("a", "t", "api", "web", RULE);

    SmallMesh {
        documents = List.copyOf(documents);
    }

    static SmallMesh of(String... documents) {
        return new SmallMesh(List.of(documents), false);
    }

    /** With web and other, which may want to call api (http, 80 to pod port 8080) and db (tcp 5432). */
    static SmallMesh shop(String... policies) {
        return of(
                        namespace("a"),
                        deployment("a", "web"),
                        deployment("a", "other"),
                        deployment("a", "api"),
                        service("a", "api", "{port: 80, targetPort: 8080}"),
                        deployment("a", "db"),
                        service("a", "db", "{port: 5432, appProtocol: tcp}"))
                .and(policies);
    }

    SmallMesh and(String... more) {
        return new SmallMesh(Stream.concat(documents.stream(), Stream.of(more)).toList(), permissive);
    }

    SmallMesh replacing(String old, String by) {
        return new SmallMesh(
                documents.stream().map(text -> text.replace(old, by)).toList(), permissive);
    }

    SmallMesh inPermissiveMode(boolean wanted) {
        return new SmallMesh(documents, wanted);
    }

    List<Grant> grants() {
        return mesh(application()).grants();
    }

    /** What becomes of a connection to the first port of a Service. */
    Outcome outcome(String from, String to) {
        Application application = application();
        return mesh(application).decide(connection(application, from, to)).outcome();
    }

    /** What becomes of a request to api. */
    Outcome outcome(HttpRequest request, String from) {
        Application application = application();
        return mesh(application)
                .decide(connection(application, from, "api"), request)
                .outcome();
    }

    private static Connection connection(Application application, String from, String to) {
        Service service = service(application, to);
        return new Connection(
                workload(application, from), service, service.ports().get(0));
    }

    private Application application() {
        return app(documents.toArray(String[]::new));
    }

    private Mesh mesh(Application application) {
        return new Mesh(
                application,
                new PolicyReader(Dialect.DEFAULT).read(application),
                new MeshMode(permissive, "test"),
                "osm");
    }
}
