package io.github.meshready.smi.route;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one source tells of the routes that a program serves.
 *
 * @param source what tells, in words: {@code OpenAPI document src/main/resources/openapi.yaml}, {@code classes of module orders}
 * @param routes the routes, in the source's order
 * @param uncovered what the program serves as well, as far as can be seen, that the source does not tell the routes of, in words with its
 *     place: {@code RouterFunction in shop.Routes}
 */
public record ServedRoutes(String source, List<HttpRoute> routes, List<String> uncovered) {

    public ServedRoutes {
        routes = List.copyOf(routes);
        uncovered = List.copyOf(uncovered);
    }

    /** What two sources tell of one program together. */
    public ServedRoutes and(ServedRoutes other) {
        String both = source.equals(other.source) ? source : source + ", " + other.source;
        return new ServedRoutes(both, joined(routes, other.routes), joined(uncovered, other.uncovered));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
