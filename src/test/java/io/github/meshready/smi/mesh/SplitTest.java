package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.SplitManifests.labelled;
import static io.github.meshready.smi.SplitManifests.selecting;
import static io.github.meshready.smi.SplitManifests.split;
import static io.github.meshready.smi.SplitManifests.splitNamed;
import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.policy.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One case per statement about TrafficSplits in OSM v1.2.4: web calls api, which is spread over v1 and v2. */
class SplitTest {

    private static final String ROUTES = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
    private static final String TO_V1 = target("a", "t1", "v1", "web", ROUTES);
    private static final String TO_V2 = target("a", "t2", "v2", "web", ROUTES);
    private static final String HALF = split("a", "api", "v1: 50", "v2: 50");

    private static final List<String> APP = List.of(
            namespace("a"),
            deployment("a", "web"),
            labelled(deployment("a", "v1"), "part: api"),
            labelled(deployment("a", "v2"), "part: api"),
            labelled(deployment("a", "old"), "part: api"),
            selecting("a", "api", "part: api", "{port: 80}"),
            selecting("a", "v1", "app: v1", "{port: 80}"),
            selecting("a", "v2", "app: v2", "{port: 80}"),
            group("a", "g", "{name: m, pathRegex: '.*', methods: ['*']}"));

    private record Case(String what, Outcome outcome, String reason, List<String> documents) {

        Case without(String part) {
            return new Case(
                    what,
                    outcome,
                    reason,
                    documents.stream().filter(text -> !text.contains(part)).toList());
        }

        Case replace(String part, String old, String by) {
            assertThat(documents).as(what).anyMatch(text -> text.contains(part) && text.contains(old));
            return new Case(
                    what,
                    outcome,
                    reason,
                    documents.stream()
                            .map(text -> text.contains(part) ? text.replace(old, by) : text)
                            .toList());
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static Case rule(String what, Outcome outcome, String reason, String... more) {
        List<String> all = new ArrayList<>(APP);
        all.addAll(List.of(more));
        return new Case(what, outcome, reason, all);
    }

    static Stream<Case> cases() {
        String port = "ports: [{port: 80}]";
        return Stream.of(
                rule("both backends are allowed", Outcome.GRANTED, "", HALF, TO_V1, TO_V2),
                rule("no backend is", Outcome.NO_TARGET, "no TrafficTarget lets account a/web", HALF),
                rule("only one is", Outcome.PARTIAL, "backend a/v2 of TrafficSplit a/s: no TrafficTarget", HALF, TO_V1),
                rule("the other one has weight 0", Outcome.GRANTED, "", split("a", "api", "v1: 1", "v2: 0"), TO_V1),
                rule(
                        "only the one with weight 0 is",
                        Outcome.NO_TARGET,
                        "backend a/v2 of TrafficSplit a/s",
                        split("a", "api", "v1: 0", "v2: 1"),
                        TO_V1),
                rule(
                        "the split grants nothing, pods behind the apex alone help nobody",
                        Outcome.NO_TARGET,
                        "backend a/v1",
                        HALF,
                        target("a", "t", "old", "web", ROUTES)),
                rule("no pods of the apex alone are needed", Outcome.GRANTED, "", HALF, TO_V1, TO_V2)
                        .without("name: old"),
                rule("another Service is spread", Outcome.GRANTED, "", split("a", "v1", "v2: 1"), TO_V1),
                rule("a split of another namespace", Outcome.GRANTED, "", split("b", "api", "v2: 1"), TO_V1),
                rule("spread over itself", Outcome.GRANTED, "", split("a", "api", "api: 1", "v2: 1"), TO_V1, TO_V2),
                rule("by its name with a namespace", Outcome.GRANTED, "", split("a", "api.a", "v1: 1"), TO_V1),
                rule("by its full name", Outcome.NO_TARGET, "", split("a", "api.a.svc.cluster.local", "v2: 1"), TO_V1),
                rule("four labels: Service a", Outcome.GRANTED, "", split("a", "api.a.svc.cluster", "v2: 1"), TO_V1),
                rule("a backend is missing", Outcome.GRANTED, "", split("a", "api", "v1: 1", "v3: 1"), TO_V1),
                rule(
                        "all are",
                        Outcome.BROKEN_SPLIT,
                        "no backend with a weight and a port 80",
                        split("a", "api", "x: 1"),
                        TO_V1),
                rule("a backend lacks the port", Outcome.GRANTED, "", HALF, TO_V1)
                        .replace("name: v2, namespace: a}\nspec:\n  selector: {app", port, "ports: [{port: 81}]"),
                rule(
                        "the one that has the port has no weight",
                        Outcome.BROKEN_SPLIT,
                        "no backend with a weight",
                        split("a", "api", "v1: 0", "x: 1"),
                        TO_V1),
                rule("no backends", Outcome.BROKEN_SPLIT, "", split("a", "api"), TO_V1),
                rule("weights of 0", Outcome.BROKEN_SPLIT, "", split("a", "api", "v1: 0", "v2: 0"), TO_V1, TO_V2),
                rule("a fraction", Outcome.BROKEN_SPLIT, "no whole number", split("a", "api", "v1: 0.5"), TO_V1),
                rule("a negative weight", Outcome.BROKEN_SPLIT, "", split("a", "api", "v1: 2", "v2: -1"), TO_V1),
                rule(
                        "too much",
                        Outcome.BROKEN_SPLIT,
                        "more than",
                        split("a", "api", "v1: 4294967295", "v2: 1"),
                        TO_V1),
                rule(
                        "two splits",
                        Outcome.SPLIT_ORDER,
                        "several",
                        HALF,
                        splitNamed("o", "a", "api", "v1: 1"),
                        TO_V1,
                        TO_V2),
                rule("selector of the apex", Outcome.BROKEN_SPLIT, "does not know the Service", HALF, TO_V1, TO_V2)
                        .replace("name: api,", "part: api", "app: old"),
                rule("one of two is enough to know it", Outcome.GRANTED, "", HALF, TO_V1, TO_V2)
                        .replace("name: api,", "part: api", "app: v1"),
                rule("apex without a selector", Outcome.NO_PODS, "", HALF, TO_V1, TO_V2)
                        .replace("name: api,", "part: api", ""),
                rule("the backend's own target port", Outcome.PORT_CLOSED, "", HALF, TO_V2, tcpRoute("a", "r", "80"))
                        .replace("name: t2,", ROUTES, ROUTES + ", {kind: TCPRoute, name: r}")
                        .replace(
                                "name: v2, namespace: a}\nspec:\n  selector: {app",
                                port,
                                "ports: [{port: 80, targetPort: 8080}]")
                        .replace("TrafficSplit", "{service: v1, weight: 50}, ", ""),
                rule(
                                "other protocol: raw",
                                Outcome.BROKEN_SPLIT,
                                "port 80 is http, and tcp on backend a/v1",
                                split("a", "api", "v1: 1"),
                                TO_V1)
                        .replace(
                                "name: v1, namespace: a}\nspec:\n  selector: {app",
                                port,
                                "ports: [{port: 80, appProtocol: tcp}]"),
                rule(
                                "other protocol: grpc on the same pods",
                                Outcome.BROKEN_SPLIT,
                                "whose proxies refuse that",
                                split("a", "api", "v1: 1"),
                                TO_V1)
                        .replace(
                                "name: v1, namespace: a}\nspec:\n  selector: {app",
                                port,
                                "ports: [{port: 80, appProtocol: grpc}]"),
                rule("grpc on another port of the pods", Outcome.GRANTED, "", split("a", "api", "v1: 1"), TO_V1)
                        .replace(
                                "name: v1, namespace: a}\nspec:\n  selector: {app",
                                port,
                                "ports: [{port: 80, targetPort: 90, appProtocol: grpc}]"),
                rule(
                                "another number for the same port of the pods",
                                Outcome.BROKEN_SPLIT,
                                "port 81 (http)",
                                split("a", "api", "v1: 1"),
                                TO_V1)
                        .replace(
                                "name: v1, namespace: a}\nspec:\n  selector: {app",
                                port,
                                "ports: [{name: x, port: 80, targetPort: 90}, {name: y, port: 81, targetPort: 80}]"),
                rule(
                                "routes that are not for the caller",
                                Outcome.NO_ROUTE,
                                "backend a/v2",
                                split("a", "api", "v2: 1"),
                                TO_V1,
                                TO_V2)
                        .replace("name: t2,", "matches: [m]", "matches: [x]"),
                rule(
                                "a backend that names pods of a StatefulSet",
                                Outcome.HEADLESS_NAME,
                                "backend a/v1",
                                split("a", "api", "v1: 1"),
                                TO_V1)
                        .replace(
                                "name: v1, namespace: a}\nspec:\n  selector: {app", "spec:", "spec:\n  clusterIP: None")
                        .replace(
                                "name: v1, namespace: a}\nspec:\n  selector: {match",
                                "spec:\n  selector: {match",
                                "spec:\n  serviceName: v1\n  selector: {match")
                        .replace("serviceName", "kind: Deployment", "kind: StatefulSet"),
                rule("a backend that selects nothing", Outcome.PARTIAL, "selects no pods", HALF, TO_V1, TO_V2)
                        .replace("name: v2, namespace: a}\nspec:\n  selector: {app", "{app: v2}", "{app: x}"),
                rule("a backend without a sidecar", Outcome.PARTIAL, "backend a/v2", HALF, TO_V1, TO_V2)
                        .replace(
                                "example/v2",
                                "metadata: {labels",
                                "metadata: {annotations: {openservicemesh.io/sidecar-injection: disabled}, labels"),
                rule("a caller without a sidecar", Outcome.CLIENT_WITHOUT_SIDECAR, "", HALF, TO_V1, TO_V2)
                        .replace(
                                "example/web",
                                "metadata: {labels",
                                "metadata: {annotations: {openservicemesh.io/sidecar-injection: disabled}, labels"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decides(Case given) {
        Decision decision = decide(given.documents(), false, false);
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(given.outcome());
        assertThat(decision.reason()).contains(given.reason());
    }

    static Stream<Case> rawCases() {
        String anyPort = "{kind: TCPRoute, name: r}";
        return cases(
                tcpRoute("a", "r", "80"),
                target("a", "r1", "v1", "web", anyPort),
                target("a", "r2", "v2", "web", anyPort));
    }

    private static Stream<Case> cases(String... more) {
        return Stream.of(
                        rule("raw", Outcome.GRANTED, "", HALF),
                        rule(
                                "raw, weight 0",
                                Outcome.LISTENER_REJECTED,
                                "weight 0",
                                split("a", "api", "v1: 1", "v2: 0")),
                        rule("raw, weight 0 of nothing", Outcome.GRANTED, "", split("a", "api", "v1: 1", "x: 0")),
                        rule(
                                        "raw, http behind",
                                        Outcome.BROKEN_SPLIT,
                                        "and http on backend",
                                        split("a", "api", "v1: 1"))
                                .replace(
                                        "name: v1, namespace: a}\nspec:\n  selector: {app",
                                        "80",
                                        "80, appProtocol: http"),
                        rule("raw, server first behind", Outcome.GRANTED, "", HALF)
                                .replace(
                                        "name: v1, namespace: a}\nspec:\n  selector: {app",
                                        "80",
                                        "80, appProtocol: tcp-server-first"))
                .map(each -> {
                    List<String> all = new ArrayList<>(each.documents());
                    all.addAll(List.of(more));
                    return new Case(each.what(), each.outcome(), each.reason(), all)
                            .replace("kind: Service\n", "{port: 80}", "{port: 80, appProtocol: tcp}");
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rawCases")
    void decidesRawConnections(Case given) {
        decides(given);
    }

    @Test
    void appliesInPermissiveModeToo() {
        assertThat(decide(rule("", null, "", HALF).documents(), true, false).outcome())
                .isEqualTo(Outcome.PERMISSIVE);
        assertThat(decide(rule("", null, "", split("a", "api", "v1: 0")).documents(), true, false)
                        .outcome())
                .isEqualTo(Outcome.BROKEN_SPLIT);
    }

    @Test
    void doesNotApplyToNamesOfSinglePods() {
        Case given = rule("", null, "", split("a", "api", "v2: 1"), TO_V1);
        assertThat(decide(given.documents(), false, true).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(decide(given.documents(), false, false).outcome()).isEqualTo(Outcome.NO_TARGET);
    }

    @Test
    void asksEveryBackendAboutTheRequest() {
        Case given = rule("", null, "", HALF, TO_V1, TO_V2, group("a", "h", "{name: m, pathRegex: /x, methods: [GET]}"))
                .replace("name: t2,", "name: g,", "name: h,");
        Mesh mesh = mesh(given.documents(), false);
        assertThat(mesh.decide(connection(mesh, false), new HttpRequest("GET", "/x", Map.of()))
                        .outcome())
                .isEqualTo(Outcome.GRANTED);
        assertThat(mesh.decide(connection(mesh, false), new HttpRequest("GET", "/y", Map.of())))
                .satisfies(decision -> {
                    assertThat(decision.outcome()).isEqualTo(Outcome.PARTIAL);
                    assertThat(decision.reason()).contains("backend a/v2").contains("404");
                });
    }

    private static Decision decide(List<String> documents, boolean permissive, boolean toPods) {
        Mesh mesh = mesh(documents, permissive);
        return mesh.decide(connection(mesh, toPods));
    }

    private static Mesh mesh(List<String> documents, boolean permissive) {
        Application application = app(documents.toArray(String[]::new));
        return new Mesh(
                application,
                new PolicyReader(Dialect.DEFAULT).read(application),
                new MeshMode(permissive, "test"),
                "osm");
    }

    private static Connection connection(Mesh mesh, boolean toPods) {
        Service api = io.github.meshready.smi.TestManifests.service(mesh.application(), "api");
        return new Connection(
                workload(mesh.application(), "web"), api, api.ports().get(0), toPods);
    }
}
