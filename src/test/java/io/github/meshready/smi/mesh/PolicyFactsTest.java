package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.mesh.OsmFact.allow;
import static io.github.meshready.smi.mesh.OsmFact.fact;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Facts about policies in OSM v1.2.4 that the planner relies on, one a row;
 * those that {@link MeshTest}, {@link RequestsTest} and {@link MeshEdgesTest} have rows for are not repeated.
 */
class PolicyFactsTest {

    private static final String RULE = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
    private static final String TCP = "{kind: TCPRoute, name: r}";
    private static final String G = group("a", "g", "{name: m}");
    private static final String RBAC = "pkg/envoy/lds/rbac.go";
    private static final String ROUTES = "pkg/catalog/inbound_traffic_policies.go";
    private static final String ROUTE_CONFIG = "pkg/envoy/rds/route/route_config.go";

    static Stream<OsmFact> listener() {
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

    static Stream<OsmFact> routes() {
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

    @ParameterizedTest(name = "{0}")
    @MethodSource({"listener", "routes"})
    void hold(OsmFact fact) {
        fact.check(false);
    }
}
