package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the policies in the manifests allow already, so that they are completed and not repeated. Only what is sure
 * counts: a target that names a missing route object is none.
 */
final class ExistingAccess {

    private final PolicySet policies;
    private final Map<ObjectName, List<TrafficTarget>> byDestination = new HashMap<>();

    ExistingAccess(PolicySet policies) {
        this.policies = policies;
        for (TrafficTarget target : policies.targets()) {
            boolean known =
                    target.destination().filter(AccountRef::isServiceAccount).isPresent();
            if (target.isValid() && known && hasAllTcpRoutes(target)) {
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
        List<TrafficTarget> granting = byDestination.getOrDefault(destination, List.of()).stream()
                .filter(target -> target.hasSource(source))
                .toList();
        boolean open = granting.stream().anyMatch(target -> opens(target, targetPort));
        return open
                && (!http
                        || granting.stream().anyMatch(target -> !routes(target).isEmpty()));
    }

    /** The HTTP matches that targets for this destination use; none if its routes are not known. */
    List<RouteRef> routes(ObjectName destination) {
        Map<String, Set<String>> matches = new TreeMap<>();
        for (TrafficTarget target : byDestination.getOrDefault(destination, List.of())) {
            routes(target)
                    .forEach((group, names) -> matches.computeIfAbsent(group, key -> new TreeSet<>())
                            .addAll(names));
        }
        return matches.entrySet().stream()
                .map(entry -> new RouteRef(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private boolean hasAllTcpRoutes(TrafficTarget target) {
        return target.tcpRules().stream()
                .allMatch(rule -> policies.tcpRoute(target.routeName(rule)).isPresent());
    }

    private boolean opens(TrafficTarget target, int port) {
        List<TcpRoute.Port> ports = target.tcpRules().stream()
                .flatMap(rule -> policies.tcpRoute(target.routeName(rule)).stream())
                .flatMap(route -> route.ports().stream())
                .toList();
        return ports.isEmpty() || ports.stream().anyMatch(open -> open.effective() == port);
    }

    private Map<String, List<String>> routes(TrafficTarget target) {
        Map<String, List<String>> routes = new TreeMap<>();
        for (TargetRule rule : target.httpRules()) {
            Optional<HttpRouteGroup> group = policies.group(target.routeName(rule));
            List<String> existing = rule.matches().stream()
                    .filter(name -> group.flatMap(found -> found.match(name)).isPresent())
                    .collect(Collectors.toList());
            if (!existing.isEmpty()) {
                routes.merge(rule.name(), existing, (some, more) -> {
                    some.addAll(more);
                    return some;
                });
            }
        }
        return routes;
    }
}
