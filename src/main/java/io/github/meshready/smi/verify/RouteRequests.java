package io.github.meshready.smi.verify;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.mesh.RouteRegex;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.regex.Language;
import io.github.meshready.smi.route.region.Regions;
import io.github.meshready.smi.route.region.RouteMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Requests that show what routes are: one for each method and form of path. */
public final class RouteRequests {

    private static final String ROUTES = "routes";
    private static final Language ANY = Language.of(".*").orElseThrow();

    private RouteRequests() {}

    public static List<HttpRequest> of(HttpRoute route) {
        List<HttpRequest> requests = new ArrayList<>();
        for (RouteMatch<String> match : Regions.of(new TreeMap<>(Map.of(ROUTES, List.of(route))), Dialect.DEFAULT)
                .matches()) {
            Optional<String> path = readable(route, match.pathRegex()).or(() -> example(match.pathRegex()));
            Map<String, String> headers = new TreeMap<>();
            match.headers().forEach((name, value) -> example(value).ifPresent(example -> headers.put(name, example)));
            for (String method : match.methods()) {
                boolean asked = route.methods().isEmpty() || route.methods().contains(method);
                path.filter(each -> asked)
                        .ifPresent(each -> requests.add(
                                new HttpRequest(method.equals(HttpMatch.ANY_METHOD) ? "GET" : method, each, headers)));
            }
        }
        return requests;
    }

    /** The path with something that people understand in place of its variables, if that is one of its paths. */
    private static Optional<String> readable(HttpRoute route, String regex) {
        return List.of("1", "a").stream()
                .map(value -> route.path().text().replaceAll("\\{[^{}]*}", value))
                .filter(path -> RouteRegex.of(regex)
                        .filter(compiled -> compiled.matches(path))
                        .isPresent())
                .findFirst();
    }

    private static Optional<String> example(String regex) {
        return Language.of(regex).flatMap(language -> language.overlap(ANY).example());
    }
}
