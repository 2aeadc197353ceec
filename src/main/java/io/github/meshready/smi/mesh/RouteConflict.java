package io.github.meshready.smi.mesh;

import java.util.ArrayList;
import java.util.List;

/**
 * Two routes of one account that a request can match both, for different callers. The mesh tries them in an order that
 * changes from one moment to the next, and takes the first that matches, even if it is for other callers (OSM v1.2.4,
 * pkg/envoy/rds/route/route_config.go; osm#5297).
 *
 * @param one a route
 * @param other another one
 * @param certain whether such requests exist; else it could not be ruled out
 */
public record RouteConflict(Route one, Route other, boolean certain) {

    static List<RouteConflict> among(List<Route> routes) {
        List<RouteConflict> conflicts = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            for (int j = i + 1; j < routes.size(); j++) {
                Route one = routes.get(i);
                Route other = routes.get(j);
                RouteOverlap overlap = one.admitsTheSameAs(other) ? RouteOverlap.NONE : RouteOverlap.of(one, other);
                if (overlap != RouteOverlap.NONE) {
                    conflicts.add(new RouteConflict(one, other, overlap == RouteOverlap.CERTAIN));
                }
            }
        }
        return conflicts;
    }
}
