package io.github.meshready.smi.mesh;

import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.route.regex.Language;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Requests that two routes match.
 *
 * @param overlap whether there are any
 * @param example one of them, if one is known
 */
record SharedRequests(RouteOverlap overlap, Optional<HttpRequest> example) {

    private static final SharedRequests NONE = new SharedRequests(RouteOverlap.NONE, Optional.empty());

    private static final String USUAL_METHOD = "GET";

    static SharedRequests of(Route one, Route other) {
        Optional<String> method = method(one.form(), other.form());
        SharedTexts paths = method.isEmpty() ? SharedTexts.NONE : paths(one, other);
        if (paths.overlap() == RouteOverlap.NONE) {
            return NONE;
        }
        Map<String, String> wanted = one.form().effectiveHeaders();
        Map<String, String> others = other.form().effectiveHeaders();
        Map<String, SharedTexts> headers = new TreeMap<>();
        wanted.forEach((name, value) -> headers.put(name, values(value, others.getOrDefault(name, value))));
        others.forEach((name, value) -> headers.putIfAbsent(name, values(value, value)));
        RouteOverlap overlap = paths.overlap();
        Map<String, String> example = new TreeMap<>();
        for (Map.Entry<String, SharedTexts> header : headers.entrySet()) {
            RouteOverlap each = header.getValue().overlap();
            overlap = each.compareTo(overlap) < 0 ? each : overlap;
            header.getValue().example().ifPresent(value -> example.put(header.getKey(), value));
        }
        if (overlap == RouteOverlap.NONE) {
            return NONE;
        }
        boolean complete = overlap == RouteOverlap.CERTAIN && example.keySet().containsAll(headers.keySet());
        return new SharedRequests(
                overlap,
                complete
                        ? paths.example().map(path -> new HttpRequest(method.get(), path, example))
                        : Optional.empty());
    }

    private static Optional<String> method(RouteForm one, RouteForm other) {
        if (one.hasMethod(USUAL_METHOD) && other.hasMethod(USUAL_METHOD)) {
            return Optional.of(USUAL_METHOD);
        }
        RouteForm narrow = one.methods().contains(HttpMatch.ANY_METHOD) ? other : one;
        return narrow.methods().stream()
                .filter(method -> one.hasMethod(method) && other.hasMethod(method))
                .sorted()
                .findFirst();
    }

    /** Two values of one header; the same expression twice where one route alone asks for it. */
    private static SharedTexts values(String one, String other) {
        Optional<SharedTexts> exact = SharedTexts.of(Language.of(one), Language.of(other));
        if (exact.isPresent() && !one.equals(other)) {
            return exact.get();
        }
        if (one.equals(other)) { // what no text matches, the route does not match either: no reason to say so here
            return new SharedTexts(RouteOverlap.CERTAIN, exact.flatMap(SharedTexts::example));
        }
        return new SharedTexts(RouteOverlap.POSSIBLE, Optional.empty());
    }

    private static SharedTexts paths(Route one, Route other) {
        Optional<SharedTexts> exact = SharedTexts.of(one.paths(), other.paths());
        if (exact.isPresent()) {
            Optional<String> path = exact.get().overlap() == RouteOverlap.NONE ? Optional.empty() : path(one, other);
            return path.map(SharedTexts::certain).orElse(exact.get());
        }
        return guess(one, other);
    }

    /** A text of both that can be a path. */
    private static Optional<String> path(Route one, Route other) {
        Language paths = Language.of("/[!->@-~]*").orElseThrow();
        return one.paths()
                .flatMap(first -> other.paths()
                        .flatMap(second -> first.overlap(second, paths).example()));
    }

    /** Where an expression is outside of what can be worked out: equal ones, fixed paths, prefixes, and everything. */
    private static SharedTexts guess(Route one, Route other) {
        String left = one.form().path();
        String right = other.form().path();
        SharedTexts certain = new SharedTexts(RouteOverlap.CERTAIN, Optional.empty());
        if (left.equals(right) || left.equals(HttpMatch.ANY_PATH) || right.equals(HttpMatch.ANY_PATH)) {
            return certain;
        }
        if (PathText.isFixed(left)) {
            return other.matchesPath(left) ? SharedTexts.certain(left) : SharedTexts.NONE;
        }
        if (PathText.isFixed(right)) {
            return one.matchesPath(right) ? SharedTexts.certain(right) : SharedTexts.NONE;
        }
        String start = PathText.fixedStart(left);
        String otherStart = PathText.fixedStart(right);
        boolean within = PathText.isPrefix(left) && otherStart.startsWith(start)
                || PathText.isPrefix(right) && start.startsWith(otherStart);
        if (within) {
            return certain;
        }
        boolean possible = start.startsWith(otherStart) || otherStart.startsWith(start);
        return possible ? new SharedTexts(RouteOverlap.POSSIBLE, Optional.empty()) : SharedTexts.NONE;
    }
}
