package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the policies in the manifests allow already, so that they are completed and not repeated. */
final class ExistingAccess {

    private final PolicySet policies;
    private final Map<ObjectName, List<TrafficTarget>> byDestination = new HashMap<>();

    ExistingAccess(PolicySet policies, Dialect dialect) {
        this.policies = policies;
        for (TrafficTarget target : policies.targets()) {
            boolean known =
                    target.destination().filter(AccountRef::isServiceAccount).isPresent();
            if (target.isValid(dialect) && known) {
                byDestination
                        .computeIfAbsent(target.destination().get().account(), key -> new ArrayList<>())
                        .add(target);
            }
        }
    }

    /**
     * Whether a source may reach a port already.
     *
     * @param targetPort port of the pods
     * @param http whether the mesh matches requests there, so that a route is needed as well
     */
    boolean covers(ObjectName source, ObjectName destination, int targetPort, boolean http) {
        List<TrafficTarget> granting = targets(destination).stream()
                .filter(target -> target.hasSource(source))
                .toList();
        boolean open = granting.stream().anyMatch(target -> policies.opens(target, targetPort));
        boolean routed = granting.stream()
                .anyMatch(target -> target.rules().stream()
                        .anyMatch(rule -> !policies.matches(target, rule).isEmpty()));
        return open && (!http || routed);
    }

    /** Whether a target lets a source call a destination, whatever there. */
    boolean has(ObjectName source, ObjectName destination) {
        return targets(destination).stream().anyMatch(target -> target.hasSource(source));
    }

    /** Whether somebody decided which routes of a destination callers may use. */
    boolean hasRoutes(ObjectName destination) {
        return !routes(destination, target -> true, match -> true).isEmpty();
    }

    /** The matches that are meant for a source; none if no target names both. */
    List<RouteRef> routesOf(ObjectName source, ObjectName destination) {
        return routes(destination, target -> target.hasSource(source), match -> true);
    }

    /** The matches of a destination that allow every request: whoever wrote them made no difference between callers. */
    List<RouteRef> openRoutes(ObjectName destination) {
        return routes(destination, target -> true, HttpMatch::isAnyRequest);
    }

    private List<RouteRef> routes(
            ObjectName destination, Predicate<TrafficTarget> wantedTarget, Predicate<HttpMatch> wantedMatch) {
        List<TrafficTarget> targets = targets(destination);
        if (targets.isEmpty()) {
            return List.of();
        }
        Map<String, Set<String>> names = new TreeMap<>();
        for (TrafficTarget target : targets) {
            if (wantedTarget.test(target)) {
                for (TargetRule rule : target.httpRules()) {
                    meant(target, rule).stream()
                            .filter(wantedMatch)
                            .forEach(match -> names.computeIfAbsent(rule.name(), key -> new TreeSet<>())
                                    .add(match.name()));
                }
            }
        }
        return names.entrySet().stream()
                .map(entry -> new RouteRef(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** A rule without matches allows nothing, but whoever wrote it meant all of the group: more must not be written. */
    private List<HttpMatch> meant(TrafficTarget target, TargetRule rule) {
        return rule.matches().isEmpty()
                ? policies.group(target.routeName(rule))
                        .map(HttpRouteGroup::matches)
                        .orElse(List.of())
                : policies.matches(target, rule);
    }

    private List<TrafficTarget> targets(ObjectName destination) {
        return byDestination.getOrDefault(destination, List.of());
    }
}
