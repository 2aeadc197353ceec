package io.github.meshready.smi.route.region;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.regex.Language;
import io.github.meshready.smi.route.regex.Regex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The requests that some routes are for, by method and path; headers, which callers set as they like, are left out of account. */
public final class RouteSpace {

    /** Not HEAD, which goes with GET, and OPTIONS, which browsers ask with: a policy is not wide because of them. */
    private static final List<String> TELLING = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** What an HTTPRouteGroup may name (specs.smi-spec.io/v1alpha4, schema of the CRD). */
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE");

    private static final String ROUTES = "routes";

    /** What no request has for a path: it begins with a slash, and is ASCII without blanks up to a query (RFC 9112). */
    private static final Regex NO_PATH = Regex.of("([^/].*)?|.*[^!\"$->@-~].*").orElseThrow();

    private final List<HttpRoute> routes;
    private final List<RouteMatch<String>> matches = new ArrayList<>();
    private final Map<String, Optional<Language>> languages = new HashMap<>();

    private RouteSpace(List<HttpRoute> routes) {
        this.routes = List.copyOf(routes);
    }

    /** Nothing is worked out before somebody asks. */
    public static RouteSpace of(List<HttpRoute> routes) {
        return new RouteSpace(routes);
    }

    /** Whether any of these requests is among others. */
    public boolean overlaps(RouteSpace other) {
        return METHODS.stream().anyMatch(method -> {
            Optional<Language> one = language(method);
            Optional<Language> two = one.isEmpty() ? Optional.empty() : other.language(method);
            return two.isPresent() && !one.get().overlap(two.get()).isNone();
        });
    }

    /** Whether a path of any of these requests begins so; a slash at the end says nothing, as clients put one between. */
    public boolean hasPathsFrom(String start) {
        String begin = start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
        if (begin.isEmpty()) {
            return true;
        }
        Optional<Language> wanted =
                Regex.of(".*").flatMap(rest -> Language.of(Regex.sequence(Regex.text(begin), rest)));
        return METHODS.stream()
                .flatMap(method -> language(method).stream())
                .anyMatch(paths -> wanted.filter(
                                language -> !paths.overlap(language).isNone())
                        .isPresent());
    }

    /** A request that is among these and not among others; empty if there is none, or if that cannot be told. */
    public Optional<String> beyond(RouteSpace others) {
        return TELLING.stream()
                .flatMap(method -> language(method).flatMap(paths -> others.beyond(paths, method)).stream())
                .findFirst();
    }

    /**
     * A request with a path of some language that is not among these; empty if there is none, or if that cannot be told.
     *
     * @param paths the paths
     * @param methods which methods it may have
     */
    public Optional<String> beyond(Language paths, Predicate<String> methods) {
        return TELLING.stream()
                .filter(methods)
                .flatMap(method -> beyond(paths, method).stream())
                .findFirst();
    }

    private Optional<String> beyond(Language allowed, String method) {
        List<Regex> known = paths(method);
        known.add(NO_PATH);
        return Language.of(Regex.choice(known))
                .flatMap(language -> allowed.beyond(language).example())
                .map(path -> method + " " + path);
    }

    /** The paths of a method; empty if there are none. */
    private Optional<Language> language(String method) {
        return languages.computeIfAbsent(method, key -> {
            List<Regex> paths = paths(key);
            return paths.isEmpty() ? Optional.empty() : Language.of(Regex.choice(paths));
        });
    }

    private List<Regex> paths(String method) {
        List<Regex> paths = new ArrayList<>();
        for (RouteMatch<String> match : matches()) {
            if (match.methods().contains(Methods.ANY) || match.methods().contains(method)) {
                Regex.of(match.pathRegex()).ifPresent(paths::add);
            }
        }
        return paths;
    }

    private List<RouteMatch<String>> matches() {
        if (matches.isEmpty() && !routes.isEmpty()) {
            matches.addAll(Regions.of(new TreeMap<>(Map.of(ROUTES, routes)), Dialect.DEFAULT)
                    .matches());
        }
        return matches;
    }
}
