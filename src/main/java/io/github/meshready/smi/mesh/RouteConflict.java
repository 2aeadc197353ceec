package io.github.meshready.smi.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two routes of one account that a request can match both, for different callers. The mesh tries them in an order that
 * changes from one moment to the next, and takes the first that matches, even if it is for other callers (OSM v1.2.4,
 * pkg/envoy/rds/route/route_config.go; osm#5297).
 *
 * @param one a route
 * @param other another one
 * @param certain whether such requests exist; else it could not be ruled out
 * @param example one of them, if one is known
 */
public record RouteConflict(Route one, Route other, boolean certain, Optional<HttpRequest> example) {

    static List<RouteConflict> among(List<Route> routes) {
        List<RouteConflict> conflicts = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            for (int j = i + 1; j < routes.size(); j++) {
                Route one = routes.get(i);
                Route other = routes.get(j);
                if (one.admitsTheSameAs(other)) {
                    continue;
                }
                SharedRequests shared = SharedRequests.of(one, other);
                if (shared.overlap() != RouteOverlap.NONE) {
                    boolean certain = shared.overlap() == RouteOverlap.CERTAIN;
                    conflicts.add(new RouteConflict(one, other, certain, shared.example()));
                }
            }
        }
        return conflicts;
    }
}
