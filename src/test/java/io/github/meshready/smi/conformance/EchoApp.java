package io.github.meshready.smi.conformance;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.rule.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The application of the SMI conformance suite with some policies, as a mesh sees it: three workloads that answer every
 * request on port 9091 and call whom they are told to.
 *
 * @param dialect the mesh
 * @param permissive whether it enforces no policies
 * @param documents the manifests
 */
record EchoApp(Dialect dialect, boolean permissive, List<String> documents) {

    static final Dialect OSM = Dialect.DEFAULT;
    static final Dialect FSM = Dialect.of("fsm:1.5").orElseThrow();

    static final String PORT = "{name: http, port: 9091}";

    private static final String LISTED = "{kind: HTTPRouteGroup, name: http-rg, matches: [testMatch]}";
    private static final String TCP = "{kind: TCPRoute, name: tcp}";

    /** Each with an account of its own, and policies enforced. */
    static EchoApp with(Dialect dialect, String... policies) {
        List<String> all = new ArrayList<>(List.of(namespace("t")));
        for (String letter : List.of("a", "b", "c")) {
            all.add(account("t", "service-" + letter));
            all.add(deploymentAs("t", "app-" + letter, "service-" + letter));
            all.add(service("t", "app-" + letter, PORT));
        }
        all.addAll(List.of(policies));
        return new EchoApp(dialect, false, all);
    }

    EchoApp inPermissiveMode() {
        return new EchoApp(dialect, true, documents);
    }

    /** The suite's TrafficTarget, from service-a to service-b. */
    static String trafficTarget(String... rules) {
        return target("t", "service-targets", "service-b", "service-a", rules);
    }

    /** The suite's TrafficTarget with the match of {@link #routes}. */
    static String httpTarget() {
        return trafficTarget(LISTED);
    }

    static String routes(String more) {
        return group("t", "http-rg", "{name: testMatch, " + more + "}");
    }

    /** What people should write instead of the suite's manifests: the routes, and the port of the pods besides. */
    static Stream<String> repaired() {
        return Stream.of(
                trafficTarget(LISTED, TCP),
                routes("pathRegex: \"^/metrics$\", methods: [\"*\"]"),
                tcpRoute("t", "tcp", "9091"));
    }

    VerifyRequest request(DeclaredCall... calls) {
        String text = TestManifests.spelledFor(dialect, String.join("---\n", documents));
        Settings settings = new Settings(
                "default", "osm", dialect, Optional.of(permissive), Settings.DEFAULT.egressMode(), Optional.empty());
        return new VerifyRequest(
                List.of(TestManifests.file(text)),
                settings,
                new Declarations(List.of(calls), List.of()),
                Set.of(),
                new FileNames(Path.of("")));
    }

    VerifyResult verify(DeclaredCall... calls) {
        return new Verifier(Rules.all()).verify(request(calls));
    }

    /** What the rules say of the manifests and of calls that are declared, in the form {@code rule severity object}. */
    List<String> findings(DeclaredCall... calls) {
        return verify(calls).findings().stream().map(EchoApp::shown).toList();
    }

    private static String shown(Finding finding) {
        return finding.rule() + " " + finding.severity() + " " + finding.object();
    }

    /** What the mesh does when a workload sends a request to a Service, such as {@code GET /echo}. */
    Outcome decide(String from, String to, String request) {
        Mesh mesh = verify().facts().mesh();
        Service service = TestManifests.service(mesh.application(), to);
        String[] methodAndPath = request.split(" ");
        return mesh.decide(
                        new Connection(
                                TestManifests.workload(mesh.application(), from),
                                service,
                                service.ports().get(0)),
                        new HttpRequest(methodAndPath[0], methodAndPath[1], Map.of("host", to + ":9091")))
                .outcome();
    }
}
