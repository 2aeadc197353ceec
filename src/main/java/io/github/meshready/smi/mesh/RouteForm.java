package io.github.meshready.smi.mesh;

import io.github.meshready.smi.policy.HttpMatch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a route matches. Routes of one form are one route to the mesh, all their callers joined (OSM v1.2.4,
 * pkg/trafficpolicy/trafficpolicy.go MergeRules): the list of methods counts in its order.
 *
 * @param path expression for the whole path
 * @param methods the methods, {@code *} for any
 * @param headers expression for the whole value by name of a header that has to be there
 */
record RouteForm(String path, List<String> methods, Map<String, String> headers) {

    /** What a match calls the authority. */
    static final String AUTHORITY = "host";

    boolean hasMethod(String method) {
        return methods.contains(HttpMatch.ANY_METHOD) || methods.contains(method);
    }

    /**
     * The headers by the names that the proxy looks for: these are in lower case. A match for {@code host} means the
     * authority, in this spelling only; in another one it waits for a header that never comes.
     */
    Map<String, String> effectiveHeaders() {
        Map<String, String> effective = new TreeMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            effective.put(lower.equals(AUTHORITY) ? name : lower, value);
        });
        return effective;
    }

    static RouteForm of(HttpMatch match) {
        List<String> methods = match.methods().isEmpty() ? List.of(HttpMatch.ANY_METHOD) : match.methods();
        return new RouteForm(match.effectivePath(), methods, match.headers().all());
    }
}
