package io.github.meshready.smi.policy;

import io.github.meshready.smi.manifest.Location;
import java.util.List;

/**
 * A rule of a TrafficTarget: what its sources may do.
 *
 * @param kind HTTPRouteGroup or TCPRoute; anything else voids the whole target
 * @param name the route object's name, in the target's own namespace
 * @param matches the matches of the group that are allowed; none allows nothing
 * @param location where it stands
 */
public record TargetRule(String kind, String name, List<String> matches, Location location) {

    public TargetRule {
        matches = List.copyOf(matches);
    }

    public boolean isHttp() {
        return kind.equals(Smi.HTTP_ROUTE_GROUP);
    }

    public boolean isTcp() {
        return kind.equals(Smi.TCP_ROUTE);
    }
}
