package io.github.meshready.smi.route;

import java.util.List;

/**
 * The routes that a declared client of a program uses: an interface with {@code @FeignClient}, {@code @RegisterRestClient} and the like.
 *
 * @param client its class, as people know it
 * @param target what it names as its target, as written there: a URL, the name of a service, or a placeholder such as {@code ${catalog.url}};
 *     empty where only its configuration tells
 * @param configKey the key below which its configuration stands; empty where it has none
 * @param routes the routes that it may use
 * @param unclear what it uses as well, or what stands before its paths, that its source does not tell, in words; with any of it the routes
 *     are not all
 */
public record ClientRoutes(
        String client, String target, String configKey, List<HttpRoute> routes, List<String> unclear) {

    /** A client of which everything is known. */
    public ClientRoutes(String client, String target, String configKey, List<HttpRoute> routes) {
        this(client, target, configKey, routes, List.of());
    }

    public ClientRoutes {
        routes = List.copyOf(routes);
        unclear = List.copyOf(unclear);
    }

    /** The same, with this as the source of every route. */
    public ClientRoutes from(RouteSource source) {
        return new ClientRoutes(
                client,
                target,
                configKey,
                routes.stream().map(route -> route.from(source)).toList(),
                unclear);
    }
}
