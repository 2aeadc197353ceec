package io.github.meshready.smi.mesh;

import io.github.meshready.smi.policy.HttpMatch;
import java.util.List;
import java.util.Map;

/**
 * What a route matches. Routes of one form are one route to the mesh, all their callers joined (OSM v1.2.4,
 * pkg/trafficpolicy/trafficpolicy.go MergeRules): the list of methods counts in its order.
 *
 * @param path expression for the whole path
 * @param methods the methods, {@code *} for any
 * @param headers expression for the whole value by name of a header that has to be there
 */
record RouteForm(String path, List<String> methods, Map<String, String> headers) {

    boolean hasMethod(String method) {
        return methods.contains(HttpMatch.ANY_METHOD) || methods.contains(method);
    }

    static RouteForm of(HttpMatch match) {
        List<String> methods = match.methods().isEmpty() ? List.of(HttpMatch.ANY_METHOD) : match.methods();
        return new RouteForm(match.effectivePath(), methods, match.headers().all());
    }
}
