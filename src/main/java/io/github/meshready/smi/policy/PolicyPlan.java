package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.List;

/**
 * The policies to write.
 *
 * @param routeGroups HTTPRouteGroups, by name
 * @param tcpRoutes TCPRoutes, by name
 * @param targets TrafficTargets, by name
 * @param routes where routes are from and who gets which, by the account that serves them
 * @param covered calls that policies in the manifests allow already, in words
 * @param notes calls that no policy could be written for, in words with the reason
 */
public record PolicyPlan(
        List<PlannedRouteGroup> routeGroups,
        List<PlannedTcpRoute> tcpRoutes,
        List<PlannedTarget> targets,
        List<ToldRoutes> routes,
        List<String> covered,
        List<String> notes) {

    public static final PolicyPlan NONE =
            new PolicyPlan(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public PolicyPlan {
        routeGroups = List.copyOf(routeGroups);
        tcpRoutes = List.copyOf(tcpRoutes);
        targets = List.copyOf(targets);
        routes = List.copyOf(routes);
        covered = List.copyOf(covered);
        notes = List.copyOf(notes);
    }

    /** The HTTPRouteGroups that allow every path, for accounts whose routes are not known. */
    public List<ObjectName> allowAllGroups() {
        return routeGroups.stream()
                .filter(PlannedRouteGroup::isAllowAll)
                .map(PlannedRouteGroup::name)
                .toList();
    }

    public boolean isEmpty() {
        return targets.isEmpty();
    }
}
