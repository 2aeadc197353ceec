package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.policy.PolicyReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Facts about OSM v1.2.4 that the planner relies on, one a row, each with the place in OSM's sources that it comes from;
 * those that {@link MeshTest} and {@link MeshEdgesTest} have rows for are not repeated.
 */
class OsmFactsTest {

    private static final String RULE = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
    private static final String TCP = "{kind: TCPRoute, name: r}";
    private static final String G = group("a", "g", "{name: m}");

    private static final String RBAC = "pkg/envoy/lds/rbac.go";
    private static final String ROUTES = "pkg/catalog/inbound_traffic_policies.go";
    private static final String ROUTE_CONFIG = "pkg/envoy/rds/route/route_config.go";
    private static final String IDENTITY = "pkg/providers/kube/client.go";
    private static final String PORTS = "pkg/k8s/client.go ServiceToMeshServices";

    static Stream<Arguments> listener() {
        String jmx = service("a", "jmx", "{port: 9010, appProtocol: tcp}").replace("app: jmx", "app: api");
        String[] two = {
            target("a", "t", "api", "web", RULE, TCP, TCP.replace("r}", "q}")),
            G,
            tcpRoute("a", "r", "1"),
            tcpRoute("a", "q", "8080")
        };
        return Stream.of(
                fact("HTTP alone opens raw ports of other Services too", RBAC, "jmx", Outcome.GRANTED, jmx, allow(), G),
                fact(
                        "a TCPRoute closes these",
                        RBAC,
                        "jmx",
                        Outcome.PORT_CLOSED,
                        jmx,
                        target("a", "t", "api", "web", RULE, TCP),
                        G,
                        tcpRoute("a", "r", "8080")),
                fact("ports of several TCPRoutes are united", RBAC, "api", Outcome.GRANTED, two),
                fact("one missing TCPRoute of two closes all", RBAC, "api", Outcome.PORT_CLOSED, Arrays.copyOf(two, 3)),
                fact(
                        "a TCPRoute of another namespace is missing",
                        RBAC,
                        "api",
                        Outcome.PORT_CLOSED,
                        target("a", "t", "api", "web", RULE, TCP),
                        G,
                        tcpRoute("b", "r", "8080")),
                fact(
                        "a port that two targets open, one for routes",
                        RBAC,
                        "api",
                        Outcome.GRANTED,
                        target("a", "t", "api", "web", TCP),
                        tcpRoute("a", "r", "8080"),
                        target("a", "u", "api", "web", RULE, TCP.replace("r}", "q}")),
                        G,
                        tcpRoute("a", "q", "1")));
    }

    static Stream<Arguments> routes() {
        String empty = RULE.replace("[m]", "[]");
        return Stream.of(
                fact(
                        "an empty list of matches is no route",
                        ROUTES,
                        "api",
                        Outcome.NO_ROUTE,
                        target("a", "t", "api", "web", empty),
                        G),
                fact(
                        "names of matches have a case",
                        ROUTES,
                        "api",
                        Outcome.NO_ROUTE,
                        target("a", "t", "api", "web", RULE.replace("[m]", "[M]")),
                        G),
                fact(
                        "the rule's kind is not asked",
                        ROUTES,
                        "api",
                        Outcome.GRANTED,
                        target("a", "t", "api", "web", TCP.replace("r}", "g, matches: [m]}")),
                        G,
                        tcpRoute("a", "g", "8080")),
                fact(
                        "of matches with one name the last holds",
                        ROUTES,
                        "api",
                        Outcome.NO_ROUTE,
                        allow(),
                        group("a", "g", "{name: m}", "{name: m, pathRegex: /other}")),
                fact(
                        "a group without matches is skipped",
                        ROUTES,
                        "api",
                        Outcome.NO_ROUTE,
                        allow(),
                        G.replace("[{name: m}]", "null")),
                fact(
                        "an empty path is any path",
                        ROUTES,
                        "api",
                        Outcome.GRANTED,
                        allow(),
                        group("a", "g", "{name: m, pathRegex: '', methods: []}")),
                fact(
                        "any method beside named ones is any method",
                        ROUTE_CONFIG,
                        "api",
                        Outcome.GRANTED,
                        allow(),
                        group("a", "g", "{name: m, methods: [POST, '*']}")),
                fact(
                        "a dot is any letter",
                        ROUTE_CONFIG,
                        "api",
                        Outcome.GRANTED,
                        allow(),
                        group("a", "g", "{name: m, pathRegex: /book.}")),
                fact(
                        "anchors do no harm",
                        ROUTE_CONFIG,
                        "api",
                        Outcome.GRANTED,
                        allow(),
                        group("a", "g", "{name: m, pathRegex: '^/books$'}")),
                fact(
                        "a host is compared with its port",
                        ROUTE_CONFIG,
                        "api",
                        Outcome.NO_ROUTE,
                        allow(),
                        group("a", "g", "{name: m, headers: [{host: api}]}")),
                fact(
                        "routes for other methods do not compete",
                        ROUTE_CONFIG,
                        "api",
                        Outcome.GRANTED,
                        allow(),
                        G.replace("m}", "m, methods: [GET]}"),
                        target("a", "u", "api", "other", RULE.replace("name: g", "name: h")),
                        group("a", "h", "{name: m, methods: [POST]}")),
                fact(
                        "routes are for all ports of the account",
                        ROUTES,
                        "second",
                        Outcome.GRANTED,
                        allow(),
                        G,
                        service("a", "second", "{port: 80, targetPort: 7}").replace("app: second", "app: api")));
    }

    static Stream<Arguments> identities() {
        String web = "name: web, namespace: a";
        return Stream.of(
                fact(
                        "an own Service needs a target too",
                        IDENTITY,
                        "web",
                        Outcome.NO_TARGET,
                        service("a", "web", "{port: 80}")),
                fact(
                        "from the account to itself",
                        IDENTITY,
                        "web",
                        Outcome.GRANTED,
                        service("a", "web", "{port: 80}"),
                        target("a", "t", "web", "web", RULE),
                        G),
                fact(
                        "a target for one workload is for all of its account",
                        IDENTITY,
                        "twin",
                        Outcome.GRANTED,
                        allow(),
                        G,
                        deploymentAs("a", "twin", "api"),
                        service("a", "twin", "{port: 80}")),
                fact(
                        "also for those with no account of their own",
                        "pkg/identity/types.go",
                        "plain",
                        Outcome.GRANTED,
                        deploymentAs("a", "plain", ""),
                        service("a", "plain", "{port: 80}"),
                        target("a", "t", "default", "web", RULE),
                        G),
                fact(
                        "a source of another namespace",
                        "pkg/smi/client.go",
                        "far",
                        Outcome.GRANTED,
                        deployment("b", "far"),
                        service("b", "far", "{port: 80}"),
                        group("b", "g", "{name: m}"),
                        target("b", "t", "far", "web", RULE).replace("name: web, namespace: b", web)),
                fact(
                        "not with a target beside the source",
                        "pkg/smi/client.go",
                        "far",
                        Outcome.NO_TARGET,
                        deployment("b", "far"),
                        service("b", "far", "{port: 80}"),
                        G,
                        target("a", "t", "far", "web", RULE)
                                .replace("name: far, namespace: a", "name: far, namespace: b")),
                fact(
                        "nor with routes beside the source",
                        ROUTES,
                        "far",
                        Outcome.NO_ROUTE,
                        deployment("b", "far"),
                        service("b", "far", "{port: 80}"),
                        G,
                        target("b", "t", "far", "web", RULE).replace("name: web, namespace: b", web)),
                fact(
                        "an account that no Service leads to",
                        IDENTITY,
                        "lost",
                        Outcome.NO_PODS,
                        deployment("a", "lost"),
                        service("a", "lost", "{port: 80}").replace("selector: {app: lost}", "selector: {}"),
                        target("a", "t", "lost", "web", RULE),
                        G),
                fact(
                        "an old version is not served",
                        "cmd/osm-bootstrap/crds/smi_traffic_access.yaml",
                        "api",
                        Outcome.NO_TARGET,
                        allow().replace("v1alpha3", "v1alpha2"),
                        G));
    }

    /** A target with a TCPRoute alone lets in where the port is raw, and nowhere else. */
    static Stream<Arguments> protocols() {
        return Stream.of(
                port("no word", "", Outcome.NO_ROUTE),
                port("the prefix of the name", ", name: tcp-db", Outcome.GRANTED),
                port("the longer prefix", ", name: tcp-server-first-db", Outcome.GRANTED),
                port("a name without a dash is no prefix", ", name: tcp", Outcome.NO_ROUTE),
                port("a suffix is no prefix", ", name: redis-tcp", Outcome.NO_ROUTE),
                port("the name of a protocol that is not known", ", name: redis", Outcome.NO_ROUTE),
                port("gRPC is HTTP", ", name: grpc-api", Outcome.NO_ROUTE),
                port("appProtocol comes before the name", ", name: tcp-db, appProtocol: http", Outcome.NO_ROUTE),
                port("appProtocol, in capitals as well", ", appProtocol: TCP", Outcome.GRANTED),
                port(
                        "appProtocol that is not known",
                        ", name: tcp-db, appProtocol: redis",
                        Outcome.UNSUPPORTED_PROTOCOL),
                port("HTTP/2 by Kubernetes' name", ", appProtocol: kubernetes.io/h2c", Outcome.UNSUPPORTED_PROTOCOL));
    }

    static Stream<Arguments> permissive() {
        String stateful = deployment("a", "db")
                .replace("kind: Deployment", "kind: StatefulSet")
                .replace("spec:\n  selector", "spec:\n  serviceName: db\n  selector");
        return Stream.of(
                fact(
                        "targets for others are ignored",
                        "pkg/catalog/inbound_traffic_policies.go",
                        "api",
                        Outcome.PERMISSIVE,
                        target("a", "t", "api", "other", RULE),
                        G),
                fact(
                        "a Service without pods breaks",
                        "osm#5284",
                        "lost",
                        Outcome.NO_PODS,
                        service("a", "lost", "{port: 80}")),
                fact(
                        "two ports to one of the pods break the listener",
                        "osm#5108",
                        "twice",
                        Outcome.LISTENER_REJECTED,
                        deployment("a", "twice"),
                        service("a", "twice", "{port: 80, targetPort: 8080}", "{port: 8080}")),
                fact(
                        "a headless Service of a StatefulSet has no name",
                        "pkg/k8s/client.go",
                        "db",
                        Outcome.HEADLESS_NAME,
                        stateful,
                        service("a", "db", "{port: 80}").replace("spec:", "spec:\n  clusterIP: None")));
    }

    private static String allow() {
        return target("a", "t", "api", "web", RULE);
    }

    private static Arguments port(String what, String more, Outcome outcome) {
        return fact(
                what,
                PORTS,
                "raw",
                outcome,
                deployment("a", "raw"),
                service("a", "raw", "{port: 80, targetPort: 8080" + more + "}"),
                target("a", "t", "raw", "web", TCP),
                tcpRoute("a", "r", "8080"));
    }

    private static Arguments fact(String what, String source, String to, Outcome outcome, String... documents) {
        return Arguments.of(what, source, to, outcome, documents);
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource({"listener", "routes", "identities", "protocols"})
    void strictly(String what, String source, String to, Outcome outcome, String... documents) {
        check(false, to, outcome, documents);
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("permissive")
    void permissively(String what, String source, String to, Outcome outcome, String... documents) {
        check(true, to, outcome, documents);
    }

    /** What web gets when it asks the Service for its books. */
    private static void check(boolean permissive, String to, Outcome outcome, String... documents) {
        List<String> all = new ArrayList<>(List.of(
                deployment("a", "web"), deployment("a", "api"), service("a", "api", "{port: 80, targetPort: 8080}")));
        all.addAll(List.of(documents));
        Application application = app(all.toArray(String[]::new));
        Service service = io.github.meshready.smi.TestManifests.service(application, to);
        Connection connection = new Connection(
                workload(application, "web"), service, service.ports().get(0));
        Mesh mesh =
                new Mesh(application, new PolicyReader().read(application), new MeshMode(permissive, "test"), "osm");
        HttpRequest request = new HttpRequest("GET", "/books", Map.of("host", to + ":80"));
        Decision decision = mesh.decide(connection, request);
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(outcome);
    }
}
