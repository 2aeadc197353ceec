package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.PathSyntax;
import io.github.meshready.smi.route.RouteTemplate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Random routes of a few callers, of few words so that they overlap, and requests that come near them. */
final class RandomRoutes {

    private static final List<String> WORDS =
            List.of("books", "search", "new", "b", "42", "a b", "é", "x.json", "Books");
    private static final List<String> VARIABLES =
            List.of("{id}", "{id}", "{id}", "{n:[0-9]+}", "{a}-{b}", "{w:[a-z]{1,3}}", "{f}.json", "b{x}", "*", "?");
    private static final List<String> SEGMENTS = List.of(
            "books",
            "search",
            "new",
            "b",
            "42",
            "a%20b",
            "a b",
            "%C3%A9",
            "é",
            "x.json",
            "Books",
            "BOOKS",
            "",
            "4",
            "4x",
            "ab",
            "abcd",
            "a-b",
            "-",
            "a-",
            "a%2Fb",
            "%2e",
            "boo",
            "booksx",
            "searc",
            "searchx",
            "ne",
            "bx",
            ".json",
            "new.json",
            "..");
    static final List<String> METHODS = List.of("GET", "POST", "HEAD", "DELETE", "OPTIONS");

    private final long seed;
    private final Random random;
    final SortedMap<String, List<HttpRoute>> routes = new TreeMap<>();

    RandomRoutes(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        int callers = 1 + random.nextInt(3);
        for (int i = 0; i < callers; i++) {
            List<HttpRoute> all = new ArrayList<>();
            for (int count = 1 + random.nextInt(4); count > 0; count--) {
                all.add(route());
            }
            routes.put("caller" + i, all);
        }
    }

    /** Whether a route asks for headers: then another one that does not may make it wider. */
    boolean hasHeaders() {
        return routes.values().stream()
                .flatMap(List::stream)
                .anyMatch(route -> !route.headers().isEmpty());
    }

    HttpRoute route() {
        Set<String> methods = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            methods.add(METHODS.get(random.nextInt(METHODS.size())));
        }
        Map<String, String> headers = random.nextInt(8) == 0 ? Map.of("x", random.nextBoolean() ? "1" : "2") : Map.of();
        return new HttpRoute("", methods, RouteTemplate.of(template(), PathSyntax.SPRING), headers, "");
    }

    private String template() {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append('/').append(random.nextInt(3) > 0 ? pick(WORDS) : pick(VARIABLES));
        }
        int end = random.nextInt(10);
        return text + (end == 0 ? "/" : end == 1 ? "/**" : end == 2 ? "//b" : "");
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Paths of random segments, and those of templates with something in place of their variables. */
    Set<String> paths(int count) {
        Set<String> paths = new LinkedHashSet<>(List.of("/", "//"));
        List<HttpRoute> all = routes.values().stream().flatMap(List::stream).toList();
        for (int i = 0; i < count; i++) {
            StringBuilder path = new StringBuilder();
            if (random.nextBoolean()) {
                for (int segments = 1 + random.nextInt(4); segments > 0; segments--) {
                    path.append('/').append(pick(SEGMENTS));
                }
            } else {
                String template = all.get(random.nextInt(all.size())).path().text();
                path.append(template.replaceAll("\\{[^}]*\\}?\\}|[*?]+", pick(SEGMENTS))
                        .replace(" ", "%20")
                        .replace("é", "%C3%A9"));
                path.append(random.nextInt(6) == 0 ? "/" : "");
            }
            paths.add(path.toString());
        }
        return paths;
    }

    @Override
    public String toString() {
        return "seed " + seed + " " + routes;
    }
}
