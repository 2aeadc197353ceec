package io.github.meshready.smi.route.region;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.route.HttpRoute;
import java.util.List;
import java.util.SortedMap;

/**
 * What a mesh is told of the routes of one destination.
 *
 * @param <C> what a caller is
 * @param matches the matches: no request fits two of them, and each caller may use the matches that together are its routes
 * @param problems routes that count for nothing, in words with their place
 */
public record Regions<C>(List<RouteMatch<C>> matches, List<String> problems) {

    public Regions {
        matches = List.copyOf(matches);
        problems = List.copyOf(problems);
    }

    /**
     * The matches for the routes that callers may use. A mesh takes the first match that fits a request and asks for the callers of that one
     * only, in an order that changes (OSM v1.2.4, pkg/trafficpolicy/trafficpolicy.go; osm#5297); so there must be no second one.
     *
     * @param routes the routes that each caller may use; their order makes no difference
     */
    public static <C extends Comparable<? super C>> Regions<C> of(
            SortedMap<C, List<HttpRoute>> routes, Dialect dialect) {
        return new RegionFinder<>(routes, dialect).find();
    }
}
