package io.github.meshready.smi.route;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The routes of a Service as the build's configuration tells them.
 *
 * @param service the Service: {@code name} or {@code namespace/name}
 * @param document an OpenAPI document that tells them
 * @param routes routes beside those of the document; one with the path and methods of another takes its place
 */
public record DeclaredRoutes(String service, Optional<Path> document, List<HttpRoute> routes) {

    public DeclaredRoutes {
        routes = List.copyOf(routes);
    }
}
