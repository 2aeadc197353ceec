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
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.policy.PolicyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What OSM v1.2.4 does with a request of web to api, and what its fork FSM does with it (osm.md section 11). */
class DialectFactsTest {

    private static final String BOOKS = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
    private static final String TO_API = target("a", "t", "api", "web", BOOKS);

    private record Fact(String what, HttpRequest request, Outcome osm, Outcome fsm, List<String> documents) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Fact fact(String what, String path, Outcome osm, Outcome fsm, String... documents) {
        return new Fact(what, new HttpRequest("GET", path, Map.of("agent", "curl/8")), osm, fsm, List.of(documents));
    }

    private static String path(String regex) {
        return group("a", "g", "{name: m, pathRegex: '" + regex + "'}");
    }

    private static String header(String name, String regex) {
        return group("a", "g", "{name: m, headers: [{" + name + ": '" + regex + "'}]}");
    }

    static Stream<Fact> expressions() {
        return Stream.of(
                fact("the whole path", "/books", Outcome.GRANTED, Outcome.GRANTED, TO_API, path("/books")),
                fact("its start", "/books/1", Outcome.NO_ROUTE, Outcome.GRANTED, TO_API, path("/books")),
                fact("its end", "/v2/books", Outcome.NO_ROUTE, Outcome.GRANTED, TO_API, path("/books")),
                fact("the query", "/admin?x=/books", Outcome.NO_ROUTE, Outcome.GRANTED, TO_API, path("/books")),
                fact("anchored", "/books/1", Outcome.NO_ROUTE, Outcome.NO_ROUTE, TO_API, path("^/books$")),
                fact(
                        "anchored, with a query",
                        "/books?x=1",
                        Outcome.GRANTED,
                        Outcome.NO_ROUTE,
                        TO_API,
                        path("^/books$")),
                fact(
                        "anchored, a query allowed",
                        "/books?x=1",
                        Outcome.GRANTED,
                        Outcome.GRANTED,
                        TO_API,
                        path("^/books([?].*)?$")),
                fact("another path", "/orders", Outcome.NO_ROUTE, Outcome.NO_ROUTE, TO_API, path("/books")),
                fact("a whole header", "/", Outcome.GRANTED, Outcome.GRANTED, TO_API, header("agent", "curl/8")),
                fact("part of a header", "/", Outcome.NO_ROUTE, Outcome.GRANTED, TO_API, header("agent", "curl")),
                fact("another header", "/", Outcome.NO_ROUTE, Outcome.NO_ROUTE, TO_API, header("agent", "wget")),
                fact("a header that is missing", "/", Outcome.NO_ROUTE, Outcome.NO_ROUTE, TO_API, header("x", ".+")),
                fact("or taken for empty", "/", Outcome.NO_ROUTE, Outcome.GRANTED, TO_API, header("x", ".*")));
    }

    /** The same source in both: what makes a target valid, what needs matches, what a TCPRoute opens. */
    static Stream<Fact> policies() {
        String special = target("a", "u", "api", "other", BOOKS.replace("[m]", "[s]"));
        String tcp = "{kind: TCPRoute, name: r}";
        return Stream.of(
                fact(
                        "routes of others that match as well",
                        "/books/special",
                        Outcome.ROUTE_ORDER,
                        Outcome.GRANTED,
                        TO_API,
                        special,
                        group("a", "g", "{name: m, pathRegex: '/books/.*'}", "{name: s, pathRegex: /books/special}")),
                fact(
                        "routes of others alone",
                        "/books/special",
                        Outcome.FORBIDDEN,
                        Outcome.FORBIDDEN,
                        TO_API,
                        special,
                        group("a", "g", "{name: m, pathRegex: /orders}", "{name: s, pathRegex: /books/special}")),
                fact("no target", "/", Outcome.NO_TARGET, Outcome.NO_TARGET),
                fact(
                        "a target of another namespace",
                        "/",
                        Outcome.NO_TARGET,
                        Outcome.NO_TARGET,
                        TO_API.replace("{name: t, namespace: a}", "{name: t, namespace: b}"),
                        path(".*")),
                fact(
                        "a UDPRoute",
                        "/",
                        Outcome.NO_TARGET,
                        Outcome.NO_TARGET,
                        TO_API.replace("rules: [", "rules: [{kind: UDPRoute, name: u}, "),
                        path(".*")),
                fact(
                        "no matches",
                        "/",
                        Outcome.NO_ROUTE,
                        Outcome.NO_ROUTE,
                        TO_API.replace(", matches: [m]", ""),
                        path(".*")),
                fact(
                        "a TCPRoute with another port",
                        "/",
                        Outcome.PORT_CLOSED,
                        Outcome.PORT_CLOSED,
                        target("a", "t", "api", "web", BOOKS, tcp),
                        path(".*"),
                        tcpRoute("a", "r", "9")),
                fact(
                        "a TCPRoute with any port",
                        "/",
                        Outcome.GRANTED,
                        Outcome.GRANTED,
                        target("a", "t", "api", "web", BOOKS, tcp),
                        path(".*"),
                        tcpRoute("a", "r", "")));
    }

    /** Envoy refuses its configuration where two chains of filters match the same; FSM has another proxy. */
    static Stream<Fact> proxies() {
        String more = service("a", "more", "{port: 80, targetPort: 8080}, {port: 81, targetPort: 8080}")
                .replace("app: more", "app: api");
        return Stream.of(
                fact(
                        "two ports that lead to one",
                        "/",
                        Outcome.LISTENER_REJECTED,
                        Outcome.GRANTED,
                        TO_API,
                        path(".*"),
                        more),
                fact(
                        "one number for TCP and UDP",
                        "/",
                        Outcome.LISTENER_REJECTED,
                        Outcome.GRANTED,
                        TO_API,
                        path(".*"),
                        service(
                                "a",
                                "api",
                                "{port: 80, targetPort: 8080}, {port: 80, targetPort: 53, protocol: UDP}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"expressions", "policies", "proxies"})
    void isAsTheProductDecides(Fact fact) {
        assertThat(decide(fact, Dialect.DEFAULT)).as("osm").isEqualTo(fact.osm());
        assertThat(decide(fact, Dialect.of("fsm:1.5").orElseThrow())).as("fsm").isEqualTo(fact.fsm());
    }

    /** Until v0.10 a target counted wherever it stood, with routes beside it (osm.md section 4.1). */
    @ParameterizedTest
    @CsvSource({
        "osm:0.9, GRANTED",
        "osm:0.10, GRANTED",
        "osm:0.11, NO_TARGET",
        "osm:1.2, NO_TARGET",
        "fsm:1.5, NO_TARGET"
    })
    void targetsElsewhereCountedOnce(String mesh, Outcome outcome) {
        Fact fact = fact(
                "",
                "/books",
                outcome,
                outcome,
                namespace("b"),
                TO_API.replace("{name: t, namespace: a}", "{name: t, namespace: b}"),
                path("/books").replace("namespace: a", "namespace: b"));
        assertThat(decide(fact, Dialect.of(mesh).orElseThrow())).isEqualTo(outcome);
    }

    /** Since v1.2 a headless Service over a StatefulSet has no name of its own (osm.md section 5.3). */
    @ParameterizedTest
    @CsvSource({"osm:1.1, GRANTED", "osm:1.2, HEADLESS_NAME", "fsm:1.5, HEADLESS_NAME"})
    void namesOfSinglePodsReplacedThatOfTheirService(String mesh, Outcome outcome) {
        Fact fact = fact(
                "",
                "/books",
                outcome,
                outcome,
                TO_API.replace("name: api,", "name: db,"),
                path("/books"),
                service("a", "api", "{port: 80}")
                        .replace("app: api", "app: db")
                        .replace("spec:", "spec:\n  clusterIP: None"),
                deployment("a", "db")
                        .replace("kind: Deployment", "kind: StatefulSet")
                        .replace("spec:\n  selector", "spec:\n  serviceName: api\n  selector"));
        assertThat(decide(fact, Dialect.of(mesh).orElseThrow())).isEqualTo(outcome);
    }

    private static Outcome decide(Fact fact, Dialect dialect) {
        List<String> documents =
                new ArrayList<>(List.of(namespace("a"), deployment("a", "web"), deployment("a", "api")));
        if (fact.documents().stream().noneMatch(text -> text.contains("kind: Service\nmetadata: {name: api,"))) {
            documents.add(service("a", "api", "{port: 80, targetPort: 8080}"));
        }
        documents.addAll(fact.documents());
        Application application = app(dialect, documents.toArray(String[]::new));
        Settings said = Settings.DEFAULT;
        Settings settings = new Settings(
                said.defaultNamespace(),
                said.meshName(),
                dialect,
                said.permissive(),
                said.egressMode(),
                said.meshConfig());
        Service api = io.github.meshready.smi.TestManifests.service(application, "api");
        return new Mesh(
                        application,
                        new PolicyReader(dialect).read(application),
                        MeshMode.of(settings, application, new FileNames(Path.of(""))),
                        "osm")
                .decide(
                        new Connection(
                                workload(application, "web"), api, api.ports().get(0)),
                        fact.request())
                .outcome();
    }
}
