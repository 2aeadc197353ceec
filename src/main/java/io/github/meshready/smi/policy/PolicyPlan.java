package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.List;

/**
 * The policies to write.
 *
 * @param allowAllGroups HTTPRouteGroups that allow every path, for accounts whose routes are not known
 * @param tcpRoutes TCPRoutes, by name
 * @param targets TrafficTargets, by name
 * @param covered calls that policies in the manifests allow already, in words
 * @param notes calls that no policy could be written for, in words with the reason
 */
public record PolicyPlan(
        List<ObjectName> allowAllGroups,
        List<PlannedTcpRoute> tcpRoutes,
        List<PlannedTarget> targets,
        List<String> covered,
        List<String> notes) {

    public static final PolicyPlan NONE = new PolicyPlan(List.of(), List.of(), List.of(), List.of(), List.of());

    public PolicyPlan {
        allowAllGroups = List.copyOf(allowAllGroups);
        tcpRoutes = List.copyOf(tcpRoutes);
        targets = List.copyOf(targets);
        covered = List.copyOf(covered);
        notes = List.copyOf(notes);
    }

    public boolean isEmpty() {
        return targets.isEmpty();
    }
}
