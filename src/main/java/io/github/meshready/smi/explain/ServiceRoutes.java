package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSource;
import java.util.List;

/**
 * What is known of the routes of a Service that speaks HTTP, and what policies make of it.
 *
 * @param service the Service
 * @param sources what tells them
 * @param routes the routes, by path
 * @param uncovered what the pods serve as well, as far as can be seen, that the sources do not tell the routes of, in words
 * @param untold workloads of which nothing tells the routes: of those behind the Service and of others that run as their accounts, because
 *     policies are about accounts
 * @param everyPath whether some match lets callers use every path
 * @param widened matches that let in more than the routes that they stand for
 */
public record ServiceRoutes(
        Service service,
        List<RouteSource> sources,
        List<HttpRoute> routes,
        List<String> uncovered,
        List<Workload> untold,
        boolean everyPath,
        List<WidenedMatch> widened) {

    public ServiceRoutes {
        sources = List.copyOf(sources);
        routes = List.copyOf(routes);
        uncovered = List.copyOf(uncovered);
        untold = List.copyOf(untold);
        widened = List.copyOf(widened);
    }

    /** Whether all routes are known, so that policies can name them. */
    public boolean isKnown() {
        return untold.isEmpty();
    }
}
