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

class RegionHeadersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            x=1        § x=2       § {x=1} [a] & {x=2} [b]
            x=1        § x=1       § {x=1} [a, b]
            x=1        § x=2.*     § {x=1} [a] & {x=2.*} [b]
            x=1;y=2    § x=2       § {x=1, y=2} [a] & {x=2} [b]
            """)
    void tellsCallersApartByHeaders(String first, String second, String expected) {
        Regions<String> regions = regions(route("/x", first), route("/x", second), "a", "b", Dialect.DEFAULT);
        assertThat(regions.matches().stream().map(match -> match.headers() + " " + match.callers()))
                .containsExactlyInAnyOrder(expected.split(" & "));
        assertThat(regions.matches()).allMatch(match -> match.widened().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            x=1        § ''        § {}
            x=1        § y=2       § {}
            x=1        § x=.*      § {x=.*}
            x=1;y=2    § y=2;z=3   § {y=2}
            x=(?i)a    § x=b       § {}
            """)
    void saysWhereHeadersCannotTellCallersApart(String first, String second, String headers) {
        Regions<String> regions = regions(route("/x", first), route("/x", second), "a", "b", Dialect.DEFAULT);
        RouteMatch<String> match = regions.matches().get(0);
        assertThat(regions.matches()).hasSize(1);
        assertThat(match.headers()).hasToString(headers);
        assertThat(match.callers()).containsExactly("a", "b");
        assertThat(match.widened()).singleElement().asString().contains("as in GET /x");
    }

    /** What a caller may send without a header, it need not be told to send with one. */
    @Test
    void leavesOutHeadersThatMakeNoDifference() {
        Regions<String> regions = regions(route("/x", "x=1"), route("/x", ""), "a", "a", Dialect.DEFAULT);
        assertThat(regions.matches()).singleElement().satisfies(match -> {
            assertThat(match.headers()).isEmpty();
            assertThat(match.widened()).isEmpty();
        });
    }

    /** FSM's proxies look for a match anywhere in a value. */
    @Test
    void asksForWholeValues() {
        assertThat(regions(route("/x", "x=1|2"), route("/y", ""), "a", "a", Dialect.DEFAULT)
                        .matches())
                .extracting(match -> match.headers().toString())
                .containsExactlyInAnyOrder("{x=1|2}", "{}");
        assertThat(regions(
                                route("/x", "x=1|2"),
                                route("/y", ""),
                                "a",
                                "a",
                                Dialect.of("fsm:1.5").orElseThrow())
                        .matches())
                .extracting(match -> match.headers().toString())
                .containsExactlyInAnyOrder("{x=^(?:1|2)$}", "{}");
    }

    private static Regions<String> regions(
            HttpRoute first, HttpRoute second, String caller, String other, Dialect dialect) {
        SortedMap<String, List<HttpRoute>> all = new TreeMap<>();
        all.computeIfAbsent(caller, key -> new ArrayList<>()).add(first);
        all.computeIfAbsent(other, key -> new ArrayList<>()).add(second);
        return Regions.of(all, dialect);
    }

    private static HttpRoute route(String path, String headers) {
        Map<String, String> all = new TreeMap<>();
        for (String header : headers.isEmpty() ? new String[0] : headers.split(";")) {
            all.put(header.split("=")[0], header.split("=")[1]);
        }
        return new HttpRoute("", Set.of("GET"), RouteTemplate.of(path, PathSyntax.SPRING), all, "");
    }
}
