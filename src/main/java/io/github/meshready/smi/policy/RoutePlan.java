package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.route.region.RouteMatch;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which routes callers get.
 *
 * @param byDestination the matches of each account whose routes are known
 * @param told where the routes are from and who gets which
 * @param notes what callers use and nobody serves, what is served and not known, and what had to be allowed as well, in words
 */
record RoutePlan(
        SortedMap<ObjectName, List<RouteMatch<ObjectName>>> byDestination, List<ToldRoutes> told, List<String> notes) {

    RoutePlan {
        told = List.copyOf(told);
        notes = List.copyOf(notes);
    }

    /** Whether the routes of an account are known. */
    boolean knows(ObjectName destination) {
        return byDestination.containsKey(destination);
    }

    /** The names of the matches that a caller gets; empty if the routes are not known. */
    Optional<List<String>> matches(ObjectName source, ObjectName destination) {
        return Optional.ofNullable(byDestination.get(destination))
                .map(matches -> matches.stream()
                        .filter(match -> match.callers().contains(source))
                        .map(RouteMatch::name)
                        .toList());
    }

    /** The group that holds the routes of an account. */
    PlannedRouteGroup group(ObjectName name, ObjectName destination) {
        return Optional.ofNullable(byDestination.get(destination))
                .map(matches -> new PlannedRouteGroup(
                        name, matches.stream().map(RoutePlan::planned).toList()))
                .orElseGet(() -> PlannedRouteGroup.allowAll(name));
    }

    private static PlannedMatch planned(RouteMatch<ObjectName> match) {
        boolean any = match.methods().contains(HttpMatch.ANY_METHOD);
        return new PlannedMatch(
                match.name(),
                match.pathRegex(),
                any ? PlannedMatch.METHODS : List.copyOf(match.methods()),
                new TreeMap<>(match.headers()));
    }
}
