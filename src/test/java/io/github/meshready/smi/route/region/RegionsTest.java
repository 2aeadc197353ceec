package io.github.meshready.smi.route.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.PathSyntax;
import io.github.meshready.smi.route.RouteTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    /** Routes as {@code caller METHOD path}, apart by commas; matches as {@code path [methods] [callers]}. */
    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            a GET /x                               § ^/x$ [GET, HEAD] [a]
            a POST /x                              § ^/x$ [POST] [a]
            a * /x                                 § ^/x$ [*] [a]
            a GET /x,b GET /x                      § ^/x$ [GET, HEAD] [a, b]
            a GET /x,a PUT /x,a DELETE /x          § ^/x$ [DELETE, GET, HEAD, PUT] [a]
            a GET /x,b PUT /x                      § ^/x$ [GET, HEAD] [a] & ^/x$ [PUT] [b]
            a * /x,b GET /x                        § ^/x$ [CONNECT, DELETE, OPTIONS, PATCH, POST, PUT, TRACE] [a] & ^/x$ [GET, HEAD] [a, b]
            a GET /x/{i}                           § ^/x/[!-.0-~]+$ [GET, HEAD] [a]
            a GET /x/{i},b GET /x/{j}              § ^/x/[!-.0-~]+$ [GET, HEAD] [a, b]
            a GET /x/{i},a GET /x/s                § ^/x/[!-.0-~]+$ [GET, HEAD] [a]
            a GET /x/{i},b GET /x/{i},a GET /x/s   § ^/x/[!-.0-~]+$ [GET, HEAD] [a, b]
            a GET /x/{i},a POST /x/s               § ^/x/[!-.0-~]+$ [GET, HEAD] [a] & ^/x/s$ [POST] [a]
            a GET /x/{i},b GET /x/s                § ^/x/(?:s[!-.0-~]|[!-.0-rt-~])[!-.0-~]*$ [GET, HEAD] [a] & ^/x/s$ [GET, HEAD] [a, b]
            a GET /x/{i:[0-9]+},b GET /x/{j}       § ^/x/[0-9]*[!-.:-~][!-.0-~]*$ [GET, HEAD] [b] & ^/x/[0-9]+$ [GET, HEAD] [a, b]
            a GET /x/{i:[0-9]+},b GET /x/{j:[a-z]+} § ^/x/[0-9]+$ [GET, HEAD] [a] & ^/x/[a-z]+$ [GET, HEAD] [b]
            a GET /x,a GET /x/                     § ^/x/?$ [GET, HEAD] [a]
            a GET /x,b GET /x/                     § ^/x$ [GET, HEAD] [a] & ^/x/$ [GET, HEAD] [b]
            a GET /x/**                            § ^/x(?:/[!-~]*)?$ [GET, HEAD] [a]
            a GET /x/**,a GET /x/y/{i}             § ^/x(?:/[!-~]*)?$ [GET, HEAD] [a]
            a GET /**                              § ^/[!-~]*$ [GET, HEAD] [a]
            a GET /x/**,b GET /x                   § ^/x$ [GET, HEAD] [a, b] & ^/x/[!-~]*$ [GET, HEAD] [a]
            a OPTIONS /x                           § ^/x$ [OPTIONS] [a]
            """)
    void tellsCallersApart(String routes, String expected) {
        Regions<String> regions = regions(routes, Dialect.DEFAULT);
        assertThat(regions.matches().stream()
                        .map(match -> match.pathRegex() + " " + match.methods() + " " + match.callers()))
                .containsExactlyInAnyOrder(expected.split(" & "));
        assertThat(regions.matches()).allMatch(match -> match.widened().isEmpty());
        assertThat(regions.problems()).isEmpty();
    }

    /** FSM's proxies look for a match anywhere in path and query. */
    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            a GET /x           § ^/x(\\?.*)?$
            a GET /x/{i}       § ^/x/[!-.0->@-~]+(\\?.*)?$
            a GET /x/**        § ^/x(?:/[!->@-~]*)?(\\?.*)?$
            """)
    void letsQueriesFollowWhereTheyAreLookedAt(String routes, String expected) {
        Regions<String> regions = regions(routes, Dialect.of("fsm:1.5").orElseThrow());
        assertThat(regions.matches())
                .singleElement()
                .extracting(RouteMatch::pathRegex)
                .isEqualTo(expected);
    }

    @Test
    void cutsWhatProxiesWouldRefuseAndSaysSo() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            path.append("/resource").append(i).append("/{id").append(i).append('}');
        }
        RouteMatch<String> match =
                regions("a GET " + path, Dialect.DEFAULT).matches().get(0);
        assertThat(match.pathRegex())
                .startsWith("^/resource0/[!-.0-~]+/resource1")
                .endsWith("/[!-~]*$");
        assertThat(match.widened())
                .singleElement()
                .asString()
                .contains("too large")
                .contains("such as /resource0/a/resource1/a/");
        assertThat(regions("a GET " + path, Dialect.of("fsm:1.5").orElseThrow())
                        .matches()
                        .get(0)
                        .widened())
                .isEmpty();
    }

    /** Segments too large to be told apart in one expression are told apart in several. */
    @Test
    void splitsLargeRegions() {
        Regions<String> regions = regions(
                "a GET /b/{id},b GET /b/recommendations,c GET /b/searching-for-it,d GET /b/new", Dialect.DEFAULT);
        assertThat(regions.matches())
                .hasSizeBetween(6, 12)
                .allMatch(match -> match.widened().isEmpty());
    }

    @Test
    void joinsCallersThatCannotBeToldApart() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            path.append("/r").append(i).append("/{id").append(i).append('}');
        }
        RouteMatch<String> match = regions(
                        "a GET " + path + ",b GET " + path.toString().replace("{id11}", "something"), Dialect.DEFAULT)
                .matches()
                .get(0);
        assertThat(match.callers()).containsExactly("a", "b");
        assertThat(match.widened())
                .singleElement()
                .asString()
                .contains("cannot be told apart")
                .contains("such as /r0/a/");
    }

    @Test
    void namesMatchesByWhatTheyAre() {
        SortedMap<String, List<HttpRoute>> routes = new TreeMap<>();
        routes.put(
                "a",
                List.of(
                        named("listBooks", "GET", "/books"),
                        named("getBook", "GET", "/books/{id}"),
                        named("putBook", "PUT", "/books/{id}"),
                        named("", "GET", "/A-b/c_d.json"),
                        named("", "GET", "/a/b/c/d/json"),
                        named("", "GET", "/" + "long-".repeat(20)),
                        named("Find Ünicode!", "POST", "/u"),
                        named("", "DELETE", "/-/")));
        assertThat(Regions.of(routes, Dialect.DEFAULT).matches())
                .extracting(RouteMatch::name)
                .contains("list-books", "books-id-get-put", "find-nicode", "delete")
                .doesNotHaveDuplicates()
                .anyMatch(name -> name.matches("a-b-c-d-json-get-[0-9a-f]{8}"))
                .allMatch(name -> name.length() <= 63 && name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?"));
    }

    @Test
    void saysWhatCountsForNothing() {
        SortedMap<String, List<HttpRoute>> routes = new TreeMap<>();
        routes.put(
                "a",
                List.of(
                        new HttpRoute(
                                "",
                                Set.of("GET"),
                                RouteTemplate.of("books", PathSyntax.OPENAPI),
                                Map.of(),
                                "api.yaml:7"),
                        new HttpRoute(
                                "",
                                Set.of("PROPFIND"),
                                RouteTemplate.of("/x", PathSyntax.OPENAPI),
                                Map.of(),
                                "api.yaml:9")));
        Regions<String> regions = Regions.of(routes, Dialect.DEFAULT);
        assertThat(regions.matches()).isEmpty();
        assertThat(regions.problems())
                .containsExactly(
                        "method PROPFIND of route /x (api.yaml:9) cannot be said in an HTTPRouteGroup",
                        "route books (api.yaml:7) is no path: it does not start with a slash");
    }

    @Test
    void givesUpTellingACrowdApart() {
        SortedMap<String, List<HttpRoute>> routes = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            StringBuilder path = new StringBuilder();
            for (int j = 0; j < 20; j++) {
                path.append(i == j ? "/x" + i : "/{p" + j + "}");
            }
            routes.put("c" + i, List.of(named("", "GET", path.toString())));
        }
        long start = System.nanoTime();
        Regions<String> regions = Regions.of(routes, Dialect.DEFAULT);
        assertThat(regions.matches()).allMatch(match -> !match.widened().isEmpty());
        assertThat((System.nanoTime() - start) / 1_000_000_000.0).as("seconds").isLessThan(30);
    }

    @Test
    void isFastWithLargeApis() {
        SortedMap<String, List<HttpRoute>> routes = new TreeMap<>();
        for (int caller = 0; caller < 20; caller++) {
            List<HttpRoute> all = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                String base = "/api/v1/things" + Integer.toString(i * 7_919, 36);
                if ((i + caller) % 3 > 0) {
                    all.add(named("list" + i, "GET", base));
                    all.add(named("add" + i, "POST", base));
                    all.add(named("get" + i, "GET", base + "/{id}"));
                    all.add(named("put" + i, "PUT", base + "/{id}"));
                }
            }
            routes.put("c" + caller, all);
        }
        Regions.of(routes, Dialect.DEFAULT);
        long start = System.nanoTime();
        Regions<String> regions = Regions.of(routes, Dialect.DEFAULT);
        double seconds = (System.nanoTime() - start) / 1_000_000_000.0;
        assertThat(regions.matches())
                .hasSize(500)
                .allMatch(match -> match.widened().isEmpty());
        assertThat(seconds).as("seconds").isLessThan(5); // a fraction of one on an idle machine
    }

    private static Regions<String> regions(String routes, Dialect dialect) {
        List<String> callers = new ArrayList<>();
        List<HttpRoute> all = new ArrayList<>();
        for (String route : routes.split(",(?=[a-z] [A-Z*])")) {
            String[] words = route.split(" ");
            callers.add(words[0]);
            all.add(route(words[1], words[2]));
        }
        return Regions.of(byCaller(callers, all), dialect);
    }

    private static SortedMap<String, List<HttpRoute>> byCaller(List<String> callers, List<HttpRoute> routes) {
        SortedMap<String, List<HttpRoute>> all = new TreeMap<>();
        for (int i = 0; i < routes.size(); i++) {
            all.computeIfAbsent(callers.get(i), key -> new ArrayList<>()).add(routes.get(i));
        }
        return all;
    }

    private static HttpRoute named(String name, String method, String path) {
        return new HttpRoute(name, Set.of(method), RouteTemplate.of(path, PathSyntax.SPRING), Map.of(), "");
    }

    private static HttpRoute route(String method, String path) {
        Set<String> methods = method.equals("*") ? Set.of() : Set.of(method);
        return new HttpRoute("", methods, RouteTemplate.of(path, PathSyntax.SPRING), Map.of(), "");
    }
}
