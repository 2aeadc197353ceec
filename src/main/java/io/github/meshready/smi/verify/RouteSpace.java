package io.github.meshready.smi.verify;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.regex.Language;
import io.github.meshready.smi.route.regex.Regex;
import io.github.meshready.smi.route.region.Regions;
import io.github.meshready.smi.route.region.RouteMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The requests that some routes are for, by method and path; headers, which callers set as they like, are left out of account, and so are
 * HEAD, which goes with GET, and OPTIONS, which browsers ask with.
 */
public final class RouteSpace {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String ROUTES = "routes";

    /** What no request has for a path: it begins with a slash, and is ASCII without blanks up to a query (RFC 9112). */
    private static final Regex NO_PATH = Regex.of("([^/].*)?|.*[^!\"$->@-~].*").orElseThrow();

    private final List<RouteMatch<String>> matches;

    private RouteSpace(List<RouteMatch<String>> matches) {
        this.matches = matches;
    }

    public static RouteSpace of(List<HttpRoute> routes) {
        return new RouteSpace(Regions.of(new TreeMap<>(Map.of(ROUTES, routes)), Dialect.DEFAULT)
                .matches());
    }

    /** Whether any of these requests is among others. */
    public boolean overlaps(RouteSpace other) {
        return METHODS.stream().anyMatch(method -> {
            Optional<Language> one = language(method);
            Optional<Language> two = other.language(method);
            return one.isPresent()
                    && two.isPresent()
                    && !one.get().overlap(two.get()).isNone();
        });
    }

    /**
     * A request that a match lets through and that is not among these; empty if there is none, or if that cannot be told.
     *
     * @param wholePath whether the mesh compares the whole path, or looks for the expression anywhere in it
     */
    public Optional<String> beyond(HttpMatch match, boolean wholePath) {
        Optional<Language> allowed =
                wholePath ? Language.of(match.effectivePath()) : Language.anywhere(match.effectivePath());
        if (allowed.isEmpty()) {
            return Optional.empty();
        }
        return METHODS.stream()
                .filter(method -> hasMethod(match, method))
                .flatMap(method -> beyond(allowed.get(), method).stream())
                .findFirst();
    }

    private Optional<String> beyond(Language allowed, String method) {
        List<Regex> known = paths(method);
        known.add(NO_PATH);
        return Language.of(Regex.choice(known))
                .flatMap(language -> allowed.beyond(language).example())
                .map(path -> method + " " + path);
    }

    private static boolean hasMethod(HttpMatch match, String method) {
        return match.methods().isEmpty()
                || match.methods().contains(HttpMatch.ANY_METHOD)
                || match.methods().contains(method);
    }

    /** The paths of a method; empty if there are none. */
    private Optional<Language> language(String method) {
        List<Regex> paths = paths(method);
        return paths.isEmpty() ? Optional.empty() : Language.of(Regex.choice(paths));
    }

    private List<Regex> paths(String method) {
        List<Regex> paths = new ArrayList<>();
        for (RouteMatch<String> match : matches) {
            if (match.methods().contains(HttpMatch.ANY_METHOD)
                    || match.methods().contains(method)) {
                Regex.of(match.pathRegex()).ifPresent(paths::add);
            }
        }
        return paths;
    }
}
