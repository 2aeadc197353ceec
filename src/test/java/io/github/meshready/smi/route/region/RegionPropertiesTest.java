package io.github.meshready.smi.route.region;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.regex.Language;
import io.github.meshready.smi.route.regex.ProgramSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds for the matches of any routes; {@code -Dseed=N} looks at one set of them. */
class RegionPropertiesTest {

    private static final int COUNT = 250;

    private static final List<Map<String, String>> HEADERS = List.of(Map.of(), Map.of("x", "1"), Map.of("x", "2"));

    @Test
    void requestsPassIfAndOnlyIfARouteOfTheCallerSaysSo() {
        int passed = 0;
        int refused = 0;
        for (RandomRoutes random : all()) {
            Compiled compiled = new Compiled(random.routes);
            for (String path : random.paths(50)) {
                for (String method : RandomRoutes.METHODS) {
                    for (Map<String, String> headers : HEADERS) {
                        for (String caller : random.routes.keySet()) {
                            boolean wanted = random.routes.get(caller).stream()
                                    .anyMatch(route -> FrameworkMatcher.fits(route, method, path, headers));
                            List<RouteMatch<String>> matching = compiled.matching(method, path, headers);
                            boolean passes = matching.stream()
                                    .anyMatch(match -> match.callers().contains(caller));
                            String what = caller + " " + method + " " + path + " " + headers + "\n" + random + "\n"
                                    + matching;
                            assertThat(matching).as(what).hasSizeLessThan(2);
                            boolean isWider = passes
                                    && !wanted
                                    && !matching.get(0).widened().isEmpty();
                            assertThat(passes == wanted || isWider).as(what).isTrue();
                            passed += passes ? 1 : 0;
                            refused += passes ? 0 : 1;
                        }
                    }
                }
            }
        }
        if (Long.getLong("seed") == null) {
            assertThat(passed).isGreaterThan(20_000);
            assertThat(refused).isGreaterThan(20_000);
        }
    }

    /** Without headers nearly everything can be told apart; some variables with text around them cannot. */
    @Test
    void hardlyAnythingIsWiderThanItsRoutes() {
        long wider = all().stream()
                .filter(random -> !random.hasHeaders())
                .filter(random -> Regions.of(random.routes, Dialect.DEFAULT).matches().stream()
                        .anyMatch(match -> !match.widened().isEmpty()))
                .count();
        assertThat(wider).isLessThan(COUNT / 20);
    }

    @Test
    void noTwoMatchesHaveARequestInCommon() {
        for (RandomRoutes random : all()) {
            List<RouteMatch<String>> matches =
                    Regions.of(random.routes, Dialect.DEFAULT).matches();
            for (RouteMatch<String> one : matches) {
                for (RouteMatch<String> other : matches) {
                    boolean apart = one == other
                            || !one.methods().contains("*")
                                    && !other.methods().contains("*")
                                    && Collections.disjoint(one.methods(), other.methods())
                            || one.headers().entrySet().stream()
                                    .anyMatch(header -> other.headers().containsKey(header.getKey())
                                            && !other.headers()
                                                    .get(header.getKey())
                                                    .equals(header.getValue()))
                            || Language.of(one.pathRegex())
                                    .orElseThrow()
                                    .overlap(Language.of(other.pathRegex()).orElseThrow())
                                    .isNone();
                    assertThat(apart).as(one + " and " + other + "\n" + random).isTrue();
                }
            }
        }
    }

    @Test
    void proxiesTakeEveryExpressionAndNamesAreLabels() {
        for (RandomRoutes random : all()) {
            Set<String> names = new HashSet<>();
            for (RouteMatch<String> match :
                    Regions.of(random.routes, Dialect.DEFAULT).matches()) {
                assertThat(ProgramSize.of(match.pathRegex()).orElseThrow())
                        .as(match + "\n" + random)
                        .isLessThan(ProgramSize.LIMIT);
                assertThat(match.name()).matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
                assertThat(names.add(match.name()))
                        .as(match.name() + " twice\n" + random)
                        .isTrue();
                assertThat(match.callers()).isNotEmpty();
            }
        }
    }

    @Test
    void orderOfRoutesMakesNoDifference() {
        for (RandomRoutes random : all()) {
            SortedMap<String, List<HttpRoute>> shuffled = new TreeMap<>();
            random.routes.forEach((caller, routes) -> {
                List<HttpRoute> other = new ArrayList<>(routes);
                Collections.shuffle(other, new Random(1));
                other.add(routes.get(0));
                shuffled.put(caller, other);
            });
            assertThat(Regions.of(shuffled, Dialect.DEFAULT))
                    .as(random.toString())
                    .isEqualTo(Regions.of(random.routes, Dialect.DEFAULT));
        }
    }

    @Test
    void aNewRouteOfOneCallerChangesNothingForOthers() {
        for (RandomRoutes random : all()) {
            Compiled before = new Compiled(random.routes);
            SortedMap<String, List<HttpRoute>> more = new TreeMap<>(random.routes);
            more.put("newcomer", List.of(random.route(), random.route()));
            Compiled after = new Compiled(more);
            for (String path : random.paths(40)) {
                for (String caller : random.routes.keySet()) {
                    List<RouteMatch<String>> then = after.matching("GET", path, Map.of());
                    boolean passed = before.matching("GET", path, Map.of()).stream()
                            .anyMatch(match -> match.callers().contains(caller));
                    boolean passes =
                            then.stream().anyMatch(match -> match.callers().contains(caller));
                    boolean said = passes && !then.get(0).widened().isEmpty();
                    assertThat(passed == passes || said)
                            .as(caller + " GET " + path + "\n" + random + "\n" + more.get("newcomer"))
                            .isTrue();
                }
            }
            Map<String, String> names = new HashMap<>();
            before.matches.forEach(
                    match -> names.put(match.pathRegex() + match.methods() + match.headers(), match.name()));
            after.matches.forEach(match -> {
                String name = names.get(match.pathRegex() + match.methods() + match.headers());
                assertThat(name == null || sameButForHash(name, match.name()))
                        .as(name + " is now " + match + "\n" + random)
                        .isTrue();
            });
        }
    }

    /** Two matches that would have one name get hashes; so a name may get one as another match comes. */
    private static boolean sameButForHash(String one, String other) {
        return one.equals(other)
                || one.replaceFirst("-[0-9a-f]{8}$", "").equals(other.replaceFirst("-[0-9a-f]{8}$", ""));
    }

    private static List<RandomRoutes> all() {
        List<RandomRoutes> all = new ArrayList<>();
        Long only = Long.getLong("seed");
        for (long seed = only == null ? 0 : only; seed < (only == null ? COUNT : only + 1); seed++) {
            all.add(new RandomRoutes(seed));
        }
        return all;
    }

    /** The matches as OSM's proxies take them: whole paths. */
    private static final class Compiled {

        private final List<RouteMatch<String>> matches;
        private final Map<RouteMatch<String>, Pattern> patterns = new HashMap<>();

        private Compiled(SortedMap<String, List<HttpRoute>> routes) {
            matches = Regions.of(routes, Dialect.DEFAULT).matches();
            matches.forEach(match -> patterns.put(match, Pattern.compile(match.pathRegex())));
        }

        private List<RouteMatch<String>> matching(String method, String path, Map<String, String> headers) {
            return matches.stream()
                    .filter(match ->
                            match.methods().contains("*") || match.methods().contains(method))
                    .filter(match ->
                            headers.entrySet().containsAll(match.headers().entrySet()))
                    .filter(match -> patterns.get(match).matches(path))
                    .toList();
        }
    }
}
