package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.ServedRoutes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of HTTP routes.
 *
 * @param served the routes that workloads serve, of those of which they are known
 * @param used the routes that a workload uses of a Service, where that is known; else it may use all of them
 * @param notes what could not be read, or was read otherwise than it may be meant, in words
 */
public record RouteBook(Map<Workload, ServedRoutes> served, Map<Use, UsedRoutes> used, List<String> notes) {

    public static final RouteBook EMPTY = new RouteBook(Map.of(), Map.of(), List.of());

    /** Who uses what. */
    public record Use(Workload source, Service service) {}

    /**
     * Routes that a workload uses of a Service.
     *
     * @param source what tells them, in words
     * @param routes the routes
     */
    public record UsedRoutes(String source, List<HttpRoute> routes) {

        public UsedRoutes {
            routes = List.copyOf(routes);
        }

        /** What two sources tell together. */
        UsedRoutes and(UsedRoutes other) {
            String both = source.equals(other.source) ? source : source + ", " + other.source;
            return new UsedRoutes(
                    both,
                    Stream.concat(routes.stream(), other.routes.stream())
                            .distinct()
                            .toList());
        }

        /** With the headers that the server asks for, where a route is one of those that it serves and says nothing of headers. */
        UsedRoutes asServed(List<HttpRoute> served) {
            return new UsedRoutes(
                    source,
                    routes.stream().flatMap(route -> route.asServed(served)).toList());
        }
    }

    public RouteBook {
        served = Map.copyOf(served);
        used = Map.copyOf(used);
        notes = List.copyOf(notes);
    }

    /** The routes that a workload serves, if they are known. */
    public Optional<ServedRoutes> served(Workload workload) {
        return Optional.ofNullable(served.get(workload));
    }

    /** The routes that all pods of a Service serve together; empty if some of them are not known. */
    public Optional<List<HttpRoute>> served(List<Workload> behind) {
        boolean all = behind.stream().allMatch(served::containsKey);
        return all && !behind.isEmpty()
                ? Optional.of(behind.stream()
                        .flatMap(workload -> served.get(workload).routes().stream())
                        .distinct()
                        .toList())
                : Optional.empty();
    }

    /** The routes that a call uses, if they are known. */
    public Optional<UsedRoutes> used(Call call) {
        return Optional.ofNullable(used.get(new Use(call.source(), call.service())));
    }
}
