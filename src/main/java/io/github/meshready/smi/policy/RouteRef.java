package io.github.meshready.smi.policy;

import java.util.List;

/**
 * Names matches of an HTTPRouteGroup.
 *
 * @param group the group's name
 * @param matches names of its matches, at least one
 */
public record RouteRef(String group, List<String> matches) {

    public RouteRef {
        matches = List.copyOf(matches);
    }
}
