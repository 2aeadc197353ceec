package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.RegexSamples;
import io.github.meshready.smi.mesh.Route;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.mesh.Verdict;
import io.github.meshready.smi.policy.HttpMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks for an HTTP request that the routes of an account let a caller make, best one that surely passes. */
final class RequestSearch {

    /** Where any method will do; the last is none of HTTP's own, and passes as well. */
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PURGE");

    private static final String HOST = "host";

    private final Mesh mesh;
    private final Optional<ObjectName> source;
    private final ObjectName account;
    private final ServedPort port;
    private final Set<String> harmless;

    /**
     * A request that passes, or may.
     *
     * @param text the request in words
     * @param reason what lets it through
     * @param isCertain whether it always passes
     * @param match the match that lets it through
     */
    record Found(String text, String reason, boolean isCertain, HttpMatch match) {}

    /**
     * @param source the account of the caller; empty to look for what everybody in the mesh may do
     * @param harmless methods that are not looked for
     */
    RequestSearch(Mesh mesh, Optional<ObjectName> source, ObjectName account, ServedPort port, Set<String> harmless) {
        this.mesh = mesh;
        this.source = source;
        this.account = account;
        this.port = port;
        this.harmless = harmless;
    }

    /** A method of none that are harmless. */
    static String method(Set<String> harmless) {
        return METHODS.stream()
                .filter(method -> !harmless.contains(method))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The first request that surely passes, else one that may, else a route of which no request can be shown.
     *
     * @param hosts what requests may be for; any if there are none
     */
    Optional<Found> find(List<String> hosts) {
        Optional<Found> doubtful = Optional.empty();
        Optional<Found> unshown = Optional.empty();
        for (Route route : routes()) {
            if (!admits(route) || !hosts.isEmpty() && hosts.stream().noneMatch(route::mayBeFor)) {
                continue;
            }
            for (String method : methods(route.match())) {
                List<HttpRequest> requests = requests(route, method, hosts);
                for (HttpRequest request : requests) {
                    if (verdict(request) == Verdict.ALLOWED) {
                        return Optional.of(new Found(text(request), "by " + named(route), true, route.match()));
                    }
                    doubtful = doubtful.or(() -> Optional.of(doubtful(route, request)));
                }
                if (requests.isEmpty()) {
                    unshown = unshown.or(() -> Optional.of(unshown(route, method)));
                }
            }
        }
        return doubtful.isPresent() ? doubtful : unshown;
    }

    private List<Route> routes() {
        return mesh.destination(account).orElseThrow().routes();
    }

    private boolean admits(Route route) {
        return source.map(route::admits).orElse(route.callers().isEmpty());
    }

    private Verdict verdict(HttpRequest request) {
        return source.map(each ->
                        mesh.decideAt(each, account, port, Optional.of(request)).verdict())
                .orElse(Verdict.ALLOWED);
    }

    private List<String> methods(HttpMatch match) {
        boolean any = match.methods().isEmpty() || match.methods().contains(HttpMatch.ANY_METHOD);
        return (any ? METHODS : match.methods())
                .stream().filter(method -> !harmless.contains(method)).toList();
    }

    /** Some requests that a route matches; none where no text is found that its expressions match. */
    private static List<HttpRequest> requests(Route route, String method, List<String> hosts) {
        List<String> paths = RegexSamples.paths(route.match().effectivePath());
        return headers(route.match(), hosts).stream()
                .flatMap(headers -> paths.stream().map(path -> new HttpRequest(method, path, headers)))
                .filter(request -> route.misfits(request).isEmpty())
                .toList();
    }

    /** Headers that a match asks for, once for each host; none where no text is found that one of its expressions matches. */
    private static List<Map<String, String>> headers(HttpMatch match, List<String> hosts) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, String> header : headers(match).entrySet()) {
            List<String> values = header.getKey().equals(HOST) && !hosts.isEmpty()
                    ? hosts
                    : RegexSamples.of(header.getValue()).stream().limit(1).toList();
            all = all.stream()
                    .flatMap(known -> values.stream().map(value -> with(known, header.getKey(), value)))
                    .toList();
        }
        return all;
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private static Map<String, String> headers(HttpMatch match) {
        return new TreeMap<>(match.headers().all());
    }

    private Found doubtful(Route route, HttpRequest request) {
        String others = routes().stream()
                .filter(other -> !admits(other) && other.misfits(request).isEmpty())
                .map(RequestSearch::named)
                .collect(Collectors.joining(", "));
        return new Found(
                text(request),
                "as " + named(route) + " lets it through, " + others
                        + " matches it as well and is for others, and the mesh takes whichever it happens to see first",
                false,
                route.match());
    }

    private static Found unshown(Route route, String method) {
        HttpMatch match = route.match();
        String headers = headers(match).entrySet().stream()
                .map(header -> ", header " + Printable.text(header.getKey()) + " that matches "
                        + Printable.text(header.getValue()))
                .collect(Collectors.joining());
        return new Found(
                Printable.text(method) + " with a path that matches " + Printable.text(match.effectivePath()) + headers,
                "by " + named(route),
                true,
                match);
    }

    private static String text(HttpRequest request) {
        return Printable.text(request.method()) + " " + Printable.text(request.path())
                + new TreeMap<>(request.headers())
                        .entrySet().stream()
                                .map(header -> ", header " + header.getKey() + ": " + header.getValue())
                                .map(Printable::text)
                                .collect(Collectors.joining());
    }

    private static String named(Route route) {
        return "match " + Printable.text(route.match().name()) + " ("
                + route.match().location() + ")";
    }
}
