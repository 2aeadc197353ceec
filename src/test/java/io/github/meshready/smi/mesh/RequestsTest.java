package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.mesh.SmallMesh.ALL;
import static io.github.meshready.smi.mesh.SmallMesh.RULE;
import static io.github.meshready.smi.mesh.SmallMesh.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One case per statement about OSM v1.2.4 that the decisions about requests rest on. */
class RequestsTest {

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
        return Stream.of(
                Arguments.of("all parts match", "m", "GET", "/books", headers, Outcome.GRANTED),
                Arguments.of("the query does not count", "m", "GET", "/books?x=/", headers, Outcome.GRANTED),
                Arguments.of("the whole path counts", "m", "GET", "/books/", headers, Outcome.NO_ROUTE),
                Arguments.of("no prefix", "m", "GET", "/x/books", headers, Outcome.NO_ROUTE),
                Arguments.of("another method", "m", "POST", "/books", headers, Outcome.NO_ROUTE),
                Arguments.of("a header is missing", "m", "GET", "/books", Map.of("client", "me"), Outcome.NO_ROUTE),
                Arguments.of(
                        "a header differs",
                        "m",
                        "GET",
                        "/books",
                        Map.of("user-agent", "xy", "client", "me2"),
                        Outcome.NO_ROUTE),
                Arguments.of("names of headers have no case", "h", "GET", "/", headers, Outcome.GRANTED),
                Arguments.of("the host is a header", "host", "GET", "/", Map.of("Host", "api"), Outcome.GRANTED),
                Arguments.of("which has a case", "Host", "GET", "/", Map.of("Host", "api"), Outcome.NO_ROUTE),
                Arguments.of("any method", "p", "PURGE", "/books/1/2", Map.of(), Outcome.GRANTED),
                Arguments.of("a match of only a name is everything", "o", "PURGE", "/", Map.of(), Outcome.GRANTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void matchesRequestsAsTheProxyDoes(
            String what, String match, String method, String path, Map<String, String> headers, Outcome outcome) {
        SmallMesh shop = SmallMesh.shop(TARGET.replace("matches: [m]", "matches: [" + match + "]"), BOOKS);
        assertThat(shop.outcome(new HttpRequest(method, path, headers), "web")).isEqualTo(outcome);
    }

    @Test
    void asksForTheCallersOfTheRouteThatMatches() {
        SmallMesh shop = SmallMesh.shop(
                TARGET.replace("matches: [m]", "matches: [p]"),
                target("a", "u", "api", "other", "{kind: HTTPRouteGroup, name: h, matches: [s]}"),
                BOOKS,
                group("a", "h", "{name: s, pathRegex: /books/special, methods: [GET]}"));
        HttpRequest special = get("/books/special");
        assertThat(shop.outcome(special, "web")).as("osm#5297").isEqualTo(Outcome.ROUTE_ORDER);
        assertThat(shop.outcome(special, "other")).isEqualTo(Outcome.ROUTE_ORDER);
        HttpRequest plain = get("/books/1");
        assertThat(shop.outcome(plain, "web")).isEqualTo(Outcome.GRANTED);
        assertThat(shop.outcome(plain, "other")).isEqualTo(Outcome.FORBIDDEN);
    }

    @Test
    void joinsCallersOfRoutesThatAreTheSameToTheLetter() {
        SmallMesh shop = SmallMesh.shop(
                TARGET,
                target("a", "u", "api", "other", "{kind: HTTPRouteGroup, name: h, matches: [k]}"),
                group("a", "g", "{name: m, pathRegex: /x, methods: [GET, POST]}"));
        String same = group("a", "h", "{name: k, pathRegex: /x, methods: [GET, POST]}");
        assertThat(shop.and(same).outcome(get("/x"), "web")).isEqualTo(Outcome.GRANTED);
        assertThat(shop.and(same.replace("GET, POST", "POST, GET")).outcome(get("/x"), "web"))
                .as("the order of methods counts")
                .isEqualTo(Outcome.ROUTE_ORDER);
    }

    @Test
    void joinsARouteForAnyoneWithThatOfSomebodyToOneForSomebody() {
        SmallMesh shop = SmallMesh.shop(
                TARGET.replaceAll("sources: .*", "sources: []"),
                ALL,
                target("a", "u", "api", "other", "{kind: TCPRoute, name: r}"),
                tcpRoute("a", "r", "8080"));
        assertThat(shop.outcome(get("/x"), "other")).as("of no one: for anyone").isEqualTo(Outcome.GRANTED);
        assertThat(shop.and(target("a", "v", "api", "web", RULE)).outcome(get("/x"), "other"))
                .as("of web in another target: for web")
                .isEqualTo(Outcome.FORBIDDEN);
    }

    private static HttpRequest get(String path) {
        return new HttpRequest("GET", path, Map.of());
    }
}
