package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.PolicySet;
import io.github.meshready.smi.policy.TargetRule;
import io.github.meshready.smi.policy.TcpRoute;
import io.github.meshready.smi.policy.TrafficTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that the valid TrafficTargets of one destination add up to, at the listener and in the routes. */
final class DestinationPolicy {

    private final PolicySet policies;
    private final List<TrafficTarget> targets = new ArrayList<>();
    private final Map<ObjectName, List<TrafficTarget>> bySource = new HashMap<>();
    private final List<TrafficTarget> forAnyone = new ArrayList<>();
    private List<Route> routes;

    DestinationPolicy(PolicySet policies) {
        this.policies = policies;
    }

    void add(TrafficTarget target) {
        targets.add(target);
        if (target.sources().isEmpty()) {
            forAnyone.add(target);
        }
        target.sources().stream()
                .map(AccountRef::account)
                .distinct()
                .forEach(source -> bySource.computeIfAbsent(source, key -> new ArrayList<>())
                        .add(target));
    }

    /** The sources that some target names: the only ones whose sidecars learn of the destination. */
    Set<ObjectName> sources() {
        return bySource.keySet();
    }

    /** The targets that name this source. */
    List<TrafficTarget> naming(ObjectName source) {
        return bySource.getOrDefault(source, List.of());
    }

    /**
     * The targets that let a source connect to a port (OSM v1.2.4, pkg/envoy/lds/rbac.go): those of anyone count too,
     * and a target that names a missing TCPRoute does not count at all.
     */
    List<TrafficTarget> opening(ObjectName source, int targetPort) {
        return Stream.concat(naming(source).stream(), forAnyone.stream())
                .filter(target -> opens(target, targetPort))
                .toList();
    }

    private boolean opens(TrafficTarget target, int targetPort) {
        Set<Integer> ports = new HashSet<>();
        for (TargetRule rule : target.tcpRules()) {
            Optional<TcpRoute> route = policies.tcpRoute(target.routeName(rule));
            if (route.isEmpty()) {
                return false;
            }
            route.get().ports().forEach(port -> ports.add(port.effective()));
        }
        return ports.isEmpty() || ports.contains(targetPort);
    }

    /** The routes, routes of one form joined. */
    List<Route> routes() {
        if (routes == null) {
            routes = collectRoutes();
        }
        return routes;
    }

    /** An expression for which the proxies refuse all routes, if there is one. */
    Optional<String> badRegex() {
        return routes().stream().flatMap(route -> route.badRegex().stream()).findFirst();
    }

    private List<Route> collectRoutes() {
        Map<RouteForm, Set<ObjectName>> callers = new LinkedHashMap<>();
        Set<RouteForm> open = new HashSet<>();
        for (TrafficTarget target : targets) {
            for (TargetRule rule : target.rules()) {
                for (HttpMatch match : matches(target, rule)) {
                    RouteForm form = RouteForm.of(match);
                    Set<ObjectName> admitted = callers.computeIfAbsent(form, key -> new HashSet<>());
                    target.sources().forEach(source -> admitted.add(source.account()));
                    if (target.sources().isEmpty()) {
                        open.add(form);
                    }
                }
            }
        }
        return callers.entrySet().stream()
                .map(entry -> new Route(entry.getKey(), Set.copyOf(entry.getValue()), open.contains(entry.getKey())))
                .toList();
    }

    /** Only matches that are named and exist; the rule's kind is not asked (pkg/catalog/inbound_traffic_policies.go). */
    private List<HttpMatch> matches(TrafficTarget target, TargetRule rule) {
        return policies.group(target.routeName(rule)).stream()
                .flatMap(group -> rule.matches().stream().flatMap(name -> group.match(name).stream()))
                .toList();
    }
}
