package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.policy.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One case per statement about OSM v1.2.4 that the decisions rest on. */
class MeshTest {

    private static final String ROUTES = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
    private static final String ALL = group("a", "g", "{name: m, pathRegex: '.*', methods: ['*']}");

    /** web and other may call api (http 80 to pod port 8080) and db (tcp 5432). */
    private static final String[] APP = {
        namespace("a"),
        deployment("a", "web"),
        deployment("a", "other"),
        deployment("a", "api"),
        service("a", "api", "{port: 80, targetPort: 8080}"),
        deployment("a", "db"),
        service("a", "db", "{port: 5432, appProtocol: tcp}")
    };

    static Stream<Arguments> decisions() {
        return Stream.of(
                rule("no target: denied", "web", "api", Outcome.NO_TARGET),
                rule(
                        "a target and a route allow",
                        "web",
                        "api",
                        Outcome.GRANTED,
                        target("a", "t", "api", "web", ROUTES),
                        ALL),
                rule(
                        "only the named source",
                        "other",
                        "api",
                        Outcome.NO_TARGET,
                        target("a", "t", "api", "web", ROUTES),
                        ALL),
                rule(
                        "only the named destination",
                        "web",
                        "db",
                        Outcome.NO_TARGET,
                        target("a", "t", "api", "web", ROUTES),
                        ALL),
                rule(
                        "not the other way round",
                        "api",
                        "api",
                        Outcome.NO_TARGET,
                        target("a", "t", "api", "web", ROUTES),
                        ALL),
                rule(
                        "no matches: no route",
                        "web",
                        "api",
                        Outcome.NO_ROUTE,
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g}"),
                        ALL),
                rule("unknown group: no route", "web", "api", Outcome.NO_ROUTE, target("a", "t", "api", "web", ROUTES)),
                rule(
                        "unknown match: no route",
                        "web",
                        "api",
                        Outcome.NO_ROUTE,
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [x]}"),
                        ALL),
                rule(
                        "group of another namespace: no route",
                        "web",
                        "api",
                        Outcome.NO_ROUTE,
                        target("a", "t", "api", "web", ROUTES),
                        ALL.replace("namespace: a", "namespace: b")),
                rule(
                        "TCPRoute alone opens no HTTP port",
                        "web",
                        "api",
                        Outcome.NO_ROUTE,
                        target("a", "t", "api", "web", "{kind: TCPRoute, name: r}"),
                        tcpRoute("a", "r", "8080")),
                rule(
                        "TCPRoute must list the HTTP port",
                        "web",
                        "api",
                        Outcome.PORT_CLOSED,
                        target("a", "t", "api", "web", ROUTES, "{kind: TCPRoute, name: r}"),
                        ALL,
                        tcpRoute("a", "r", "9999")),
                rule(
                        "TCPRoute with the Service's port",
                        "web",
                        "api",
                        Outcome.PORT_CLOSED,
                        target("a", "t", "api", "web", ROUTES, "{kind: TCPRoute, name: r}"),
                        ALL,
                        tcpRoute("a", "r", "80")),
                rule(
                        "TCPRoute with the pods' port",
                        "web",
                        "api",
                        Outcome.GRANTED,
                        target("a", "t", "api", "web", ROUTES, "{kind: TCPRoute, name: r}"),
                        ALL,
                        tcpRoute("a", "r", "8080")),
                rule(
                        "missing TCPRoute closes the target's HTTP",
                        "web",
                        "api",
                        Outcome.PORT_CLOSED,
                        target("a", "t", "api", "web", ROUTES, "{kind: TCPRoute, name: r}"),
                        ALL),
                rule(
                        "two targets add up at the listener",
                        "web",
                        "api",
                        Outcome.GRANTED,
                        target("a", "t", "api", "web", ROUTES, "{kind: TCPRoute, name: r}"),
                        ALL,
                        target("a", "u", "api", "web", ROUTES)),
                rule(
                        "tcp by TCPRoute",
                        "web",
                        "db",
                        Outcome.GRANTED,
                        target("a", "t", "db", "web", "{kind: TCPRoute, name: r}"),
                        tcpRoute("a", "r", "5432")),
                rule(
                        "tcp by a TCPRoute without ports",
                        "web",
                        "db",
                        Outcome.GRANTED,
                        target("a", "t", "db", "web", "{kind: TCPRoute, name: r}"),
                        tcpRoute("a", "r", "")),
                rule(
                        "tcp by an HTTP target without TCPRoute",
                        "web",
                        "db",
                        Outcome.GRANTED,
                        target("a", "t", "db", "web", ROUTES),
                        ALL),
                rule(
                        "ports keep 16 bits",
                        "web",
                        "db",
                        Outcome.GRANTED,
                        target("a", "t", "db", "web", "{kind: TCPRoute, name: r}"),
                        tcpRoute("a", "r", "70968")),
                rule(
                        "target of another namespace is ignored",
                        "web",
                        "api",
                        Outcome.NO_TARGET,
                        target("a", "t", "api", "web", ROUTES)
                                .replace("{name: t, namespace: a}", "{name: t, namespace: b}"),
                        ALL),
                rule(
                        "destination without namespace is ignored",
                        "web",
                        "api",
                        Outcome.NO_TARGET,
                        target("a", "t", "api", "web", ROUTES).replace("name: api, namespace: a", "name: api"),
                        ALL),
                rule(
                        "a foreign rule kind voids the target",
                        "web",
                        "api",
                        Outcome.NO_TARGET,
                        target("a", "t", "api", "web", ROUTES, "{kind: UDPRoute, name: u}"),
                        ALL),
                rule("no rules: ignored", "web", "api", Outcome.NO_TARGET, target("a", "t", "api", "web"), ALL),
                rule(
                        "source without namespace matches nobody",
                        "web",
                        "api",
                        Outcome.NO_TARGET,
                        target("a", "t", "api", "web", ROUTES).replace("name: web, namespace: a", "name: web"),
                        ALL),
                rule(
                        "foreign kind of source: no endpoints",
                        "web",
                        "api",
                        Outcome.WRONG_KIND,
                        target("a", "t", "api", "web", ROUTES).replace("[{kind: ServiceAccount", "[{kind: Group"),
                        ALL),
                rule(
                        "foreign kind of destination: no endpoints",
                        "web",
                        "api",
                        Outcome.WRONG_KIND,
                        target("a", "t", "api", "web", ROUTES)
                                .replace("destination: {kind: ServiceAccount", "destination: {kind: Group"),
                        ALL),
                rule(
                        "no sources program no client",
                        "web",
                        "api",
                        Outcome.NO_TARGET,
                        target("a", "t", "api", "web", ROUTES).replaceAll("sources: .*", "sources: []"),
                        ALL),
                rule(
                        "no sources open the port to whoever gets there",
                        "web",
                        "api",
                        Outcome.GRANTED,
                        target("a", "t", "api", "web", ROUTES).replaceAll("sources: .*", "sources: []"),
                        ALL,
                        target("a", "u", "api", "web", "{kind: TCPRoute, name: r}"),
                        tcpRoute("a", "r", "1")),
                rule(
                        "an expression that is none breaks all routes",
                        "web",
                        "api",
                        Outcome.BAD_REGEX,
                        target("a", "t", "api", "web", ROUTES),
                        ALL,
                        target("a", "u", "api", "other", "{kind: HTTPRouteGroup, name: h, matches: [p]}"),
                        group("a", "h", "{name: p, pathRegex: '(?=x)'}")));
    }

    private static Arguments rule(String what, String from, String to, Outcome outcome, String... policies) {
        return Arguments.of(what, from, to, outcome, policies);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void decidesAsTheMeshDoes(String what, String from, String to, Outcome outcome, String... policies) {
        assertThat(decide(false, from, to, with(policies)).outcome()).isEqualTo(outcome);
    }

    static Stream<Arguments> surroundings() {
        String exempt = "metadata: {labels: {app: %s}, annotations: {openservicemesh.io/%s}}";
        return Stream.of(
                Arguments.of("permissive mode allows", true, "web", "", "", Outcome.PERMISSIVE),
                Arguments.of(
                        "but not an unsupported protocol",
                        true,
                        "web",
                        "{port: 80, targetPort: 8080}",
                        "{port: 80, targetPort: 8080, appProtocol: https}",
                        Outcome.UNSUPPORTED_PROTOCOL),
                Arguments.of(
                        "nor without policies",
                        false,
                        "web",
                        "{port: 80, targetPort: 8080}",
                        "{port: 80, targetPort: 8080, appProtocol: https}",
                        Outcome.UNSUPPORTED_PROTOCOL),
                Arguments.of(
                        "client without a sidecar",
                        true,
                        "web",
                        "metadata: {labels: {app: web}}",
                        exempt.formatted("web", "sidecar-injection: disabled"),
                        Outcome.CLIENT_WITHOUT_SIDECAR),
                Arguments.of(
                        "server without a sidecar, permissive",
                        true,
                        "web",
                        "metadata: {labels: {app: api}}",
                        exempt.formatted("api", "sidecar-injection: disabled"),
                        Outcome.SERVER_WITHOUT_SIDECAR),
                Arguments.of(
                        "server without a sidecar and no target",
                        false,
                        "web",
                        "metadata: {labels: {app: api}}",
                        exempt.formatted("api", "sidecar-injection: disabled"),
                        Outcome.OUTSIDE),
                Arguments.of(
                        "namespace without the label",
                        false,
                        "web",
                        "labels: {openservicemesh.io/monitored-by: osm}",
                        "labels: {}",
                        Outcome.OUTSIDE),
                Arguments.of(
                        "named target port on no pod",
                        false,
                        "web",
                        "targetPort: 8080",
                        "targetPort: http",
                        Outcome.NO_TARGET_PORT),
                Arguments.of(
                        "selects no pods",
                        false,
                        "web",
                        "selector: {app: api}",
                        "selector: {app: x}",
                        Outcome.NO_PODS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("surroundings")
    void looksAtSidecarsModeAndProtocolFirst(
            String what, boolean permissive, String from, String replaced, String by, Outcome outcome) {
        String[] documents = Stream.of(APP)
                .map(text -> replaced.isEmpty() ? text : text.replace(replaced, by))
                .toArray(String[]::new);
        assertThat(decide(permissive, from, "api", documents).outcome()).isEqualTo(outcome);
    }

    @Test
    void breaksWhereTheCallersSidecarSpeaksToPodsWithoutOne() {
        String[] documents = with(target("a", "t", "api", "web", ROUTES), ALL);
        documents[3] = documents[3].replace(
                "metadata: {labels: {app: api}}",
                "metadata: {labels: {app: api}, annotations: {openservicemesh.io/sidecar-injection: disabled}}");
        assertThat(decide(false, "web", "api", documents).outcome()).isEqualTo(Outcome.SERVER_WITHOUT_SIDECAR);
    }

    @Test
    void leavesOutPodsOfAccountsThatNoTargetNamesForTheCaller() {
        String both =
                "apiVersion: v1\nkind: Service\nmetadata: {name: both, namespace: a}\nspec: {selector: {tier: x}, ports: [{port: 80}]}\n";
        String[] documents = {
            namespace("a"),
            deployment("a", "web"),
            deployment("a", "v1").replace("labels: {app: v1}}", "labels: {app: v1, tier: x}}"),
            deployment("a", "v2").replace("labels: {app: v2}}", "labels: {app: v2, tier: x}}"),
            both,
            target("a", "t", "v1", "web", ROUTES),
            ALL
        };
        assertThat(decide(false, "web", "both", documents).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(decide(false, "web", "both", join(documents, target("a", "u", "v2", "web", ROUTES)))
                        .outcome())
                .isEqualTo(Outcome.GRANTED);
        assertThat(decide(
                                false,
                                "web",
                                "both",
                                join(
                                        join(documents, tcpRoute("a", "elsewhere", "9999")),
                                        target("a", "u", "v2", "web", ROUTES, "{kind: TCPRoute, name: elsewhere}")))
                        .outcome())
                .as("known to the caller's sidecar, and refusing it")
                .isEqualTo(Outcome.PARTIAL);
        String wrongKind =
                target("a", "u", "v2", "web", ROUTES).replace("destination: {kind: S", "destination: {kind: X");
        assertThat(decide(false, "web", "both", join(documents, wrongKind)).outcome())
                .as("of a kind that the mesh does not know: the caller's sidecar is given the others only")
                .isEqualTo(Outcome.GRANTED);
    }

    private static final String BOOKS = group(
            "a",
            "g",
            "{name: m, pathRegex: /books, methods: [GET, HEAD], headers: [{user-agent: 'x.*'}, {client: me}]}",
            "{name: p, pathRegex: '/books/.*', methods: ['*']}",
            "{name: h, headers: [{User-Agent: 'x.*'}]}",
            "{name: host, headers: [{host: api}]}",
            "{name: Host, headers: [{Host: api}]}",
            "{name: o}");

    static Stream<Arguments> requests() {
        Map<String, String> headers = Map.of("User-Agent", "xy", "client", "me");
        String mine = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
        String tail = "{kind: HTTPRouteGroup, name: g, matches: [p]}";
        return Stream.of(
                Arguments.of("all parts match", mine, "GET", "/books", headers, Outcome.GRANTED),
                Arguments.of("the query does not count", mine, "GET", "/books?x=/", headers, Outcome.GRANTED),
                Arguments.of("the whole path counts", mine, "GET", "/books/", headers, Outcome.NO_ROUTE),
                Arguments.of("no prefix", mine, "GET", "/x/books", headers, Outcome.NO_ROUTE),
                Arguments.of("another method", mine, "POST", "/books", headers, Outcome.NO_ROUTE),
                Arguments.of("a header is missing", mine, "GET", "/books", Map.of("client", "me"), Outcome.NO_ROUTE),
                Arguments.of(
                        "a header differs",
                        mine,
                        "GET",
                        "/books",
                        Map.of("user-agent", "xy", "client", "me2"),
                        Outcome.NO_ROUTE),
                Arguments.of(
                        "names of headers have no case",
                        "{kind: HTTPRouteGroup, name: g, matches: [h]}",
                        "GET",
                        "/",
                        headers,
                        Outcome.GRANTED),
                Arguments.of(
                        "the host is a header",
                        "{kind: HTTPRouteGroup, name: g, matches: [host]}",
                        "GET",
                        "/",
                        Map.of("Host", "api"),
                        Outcome.GRANTED),
                Arguments.of(
                        "which has a case",
                        "{kind: HTTPRouteGroup, name: g, matches: [Host]}",
                        "GET",
                        "/",
                        Map.of("Host", "api"),
                        Outcome.NO_ROUTE),
                Arguments.of("any method", tail, "PURGE", "/books/1/2", Map.of(), Outcome.GRANTED),
                Arguments.of(
                        "a match of only a name is everything",
                        "{kind: HTTPRouteGroup, name: g, matches: [o]}",
                        "PURGE",
                        "/",
                        Map.of(),
                        Outcome.GRANTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void matchesRequestsAsTheProxyDoes(
            String what, String rule, String method, String path, Map<String, String> headers, Outcome outcome) {
        Decision decision = request(
                new HttpRequest(method, path, headers), "web", with(target("a", "t", "api", "web", rule), BOOKS));
        assertThat(decision.outcome()).isEqualTo(outcome);
    }

    @Test
    void asksForTheCallersOfTheRouteThatMatches() {
        String[] documents = with(
                target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [p]}"),
                target("a", "u", "api", "other", "{kind: HTTPRouteGroup, name: h, matches: [s]}"),
                BOOKS,
                group("a", "h", "{name: s, pathRegex: /books/special, methods: [GET]}"));
        HttpRequest special = new HttpRequest("GET", "/books/special", Map.of());
        assertThat(request(special, "web", documents).outcome()).as("osm#5297").isEqualTo(Outcome.ROUTE_ORDER);
        assertThat(request(special, "other", documents).outcome()).isEqualTo(Outcome.ROUTE_ORDER);
        HttpRequest plain = new HttpRequest("GET", "/books/1", Map.of());
        assertThat(request(plain, "web", documents).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(request(plain, "other", documents).outcome()).isEqualTo(Outcome.FORBIDDEN);
    }

    @Test
    void joinsCallersOfRoutesThatAreTheSameToTheLetter() {
        HttpRequest request = new HttpRequest("GET", "/x", Map.of());
        String[] same = with(
                target("a", "t", "api", "web", ROUTES),
                target("a", "u", "api", "other", "{kind: HTTPRouteGroup, name: h, matches: [k]}"),
                group("a", "g", "{name: m, pathRegex: /x, methods: [GET, POST]}"),
                group("a", "h", "{name: k, pathRegex: /x, methods: [GET, POST]}"));
        assertThat(request(request, "web", same).outcome()).isEqualTo(Outcome.GRANTED);
        same[same.length - 1] = group("a", "h", "{name: k, pathRegex: /x, methods: [POST, GET]}");
        assertThat(request(request, "web", same).outcome())
                .as("the order of methods counts")
                .isEqualTo(Outcome.ROUTE_ORDER);
    }

    @Test
    void joinsARouteForAnyoneWithThatOfSomebodyToOneForSomebody() {
        HttpRequest request = new HttpRequest("GET", "/x", Map.of());
        String[] documents = with(
                target("a", "t", "api", "web", ROUTES).replaceAll("sources: .*", "sources: []"),
                ALL,
                target("a", "u", "api", "other", "{kind: TCPRoute, name: r}"),
                tcpRoute("a", "r", "8080"));
        assertThat(request(request, "other", documents).outcome())
                .as("of no one: for anyone")
                .isEqualTo(Outcome.GRANTED);
        assertThat(request(request, "other", join(documents, target("a", "v", "api", "web", ROUTES)))
                        .outcome())
                .as("of web in another target: for web")
                .isEqualTo(Outcome.FORBIDDEN);
    }

    @Test
    void listsWhatThePoliciesOpen() {
        Application application = app(with(
                target("a", "t", "api", "web", ROUTES),
                ALL,
                target("a", "u", "db", "web", "{kind: TCPRoute, name: r}"),
                tcpRoute("a", "r", "5432"),
                target("a", "v", "api", "stranger", ROUTES),
                target("a", "w", "db", "other", "{kind: TCPRoute, name: nowhere}")));
        assertThat(mesh(application, false).grants())
                .map(grant -> grant.source() + " " + grant.destination() + " "
                        + grant.port().targetPort())
                .containsExactly("a/stranger a/api 8080", "a/web a/api 8080", "a/web a/db 5432");
        assertThat(mesh(application, true).grants()).isEmpty();
    }

    private static String[] with(String... more) {
        return join(APP, more);
    }

    private static String[] join(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Mesh mesh(Application application, boolean permissive) {
        return new Mesh(
                application,
                new PolicyReader(Dialect.DEFAULT).read(application),
                new MeshMode(permissive, "test"),
                "osm");
    }

    private static Decision decide(boolean permissive, String from, String to, String... documents) {
        Application application = app(documents);
        Service service = io.github.meshready.smi.TestManifests.service(application, to);
        ServicePort port = service.ports().get(0);
        return mesh(application, permissive).decide(new Connection(workload(application, from), service, port));
    }

    private static Decision request(HttpRequest request, String from, String... documents) {
        Application application = app(documents);
        Service service = io.github.meshready.smi.TestManifests.service(application, "api");
        return mesh(application, false)
                .decide(
                        new Connection(
                                workload(application, from),
                                service,
                                service.ports().get(0)),
                        request);
    }
}
