package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.mesh.OsmFact.allow;
import static io.github.meshready.smi.mesh.OsmFact.fact;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Facts about accounts, Services, protocols and modes in OSM v1.2.4 that the planner relies on, one a row;
 * those that {@link MeshTest}, {@link RequestsTest} and {@link MeshEdgesTest} have rows for are not repeated.
 */
class NetworkFactsTest {

    private static final String RULE = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
    private static final String TCP = "{kind: TCPRoute, name: r}";
    private static final String G = group("a", "g", "{name: m}");
    private static final String ROUTES = "pkg/catalog/inbound_traffic_policies.go";
    private static final String IDENTITY = "pkg/providers/kube/client.go";
    private static final String PORTS = "pkg/k8s/client.go ServiceToMeshServices";

    static Stream<OsmFact> identities() {
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
    static Stream<OsmFact> protocols() {
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

    static Stream<OsmFact> permissive() {
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

    private static OsmFact port(String what, String more, Outcome outcome) {
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

    @ParameterizedTest(name = "{0}")
    @MethodSource({"identities", "protocols"})
    void holdWherePoliciesAreEnforced(OsmFact fact) {
        fact.check(false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"permissive"})
    void holdInPermissiveMode(OsmFact fact) {
        fact.check(true);
    }
}
