package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.PolicySet;
import io.github.meshready.smi.policy.TargetRule;
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
public final class DestinationPolicy {

    private final PolicySet policies;
    private final Dialect dialect;
    private final List<TrafficTarget> targets = new ArrayList<>();
    private final Map<ObjectName, List<TrafficTarget>> bySource = new HashMap<>();
    private final List<TrafficTarget> forAnyone = new ArrayList<>();
    private List<Route> routes;
    private List<RouteConflict> conflicts;
    private Optional<String> badRegex;

    DestinationPolicy(PolicySet policies, Dialect dialect) {
        this.policies = policies;
        this.dialect = dialect;
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

    /** All of them. */
    public List<TrafficTarget> targets() {
        return List.copyOf(targets);
    }

    /** The sources that some target names: the only ones whose sidecars learn of the destination. */
    public Set<ObjectName> sources() {
        return bySource.keySet();
    }

    /** The targets that name this source. */
    public List<TrafficTarget> naming(ObjectName source) {
        return bySource.getOrDefault(source, List.of());
    }

    /**
     * Whether a source's sidecars are given the addresses of the pods: only for a target whose ends both are of the
     * kind that the mesh knows (OSM v1.2.4, pkg/catalog/endpoint.go).
     */
    public boolean handsOutPods(ObjectName source) {
        return naming(source).stream()
                .anyMatch(target -> target.destination()
                                .filter(AccountRef::isServiceAccount)
                                .isPresent()
                        && target.sources().stream()
                                .anyMatch(account -> account.isServiceAccount()
                                        && account.account().equals(source)));
    }

    /** The targets that let a source connect to a port: those of anyone count too (pkg/envoy/rbac/policy.go). */
    public List<TrafficTarget> opening(ObjectName source, int targetPort) {
        return Stream.concat(naming(source).stream(), forAnyone.stream())
                .filter(target -> policies.opens(target, targetPort))
                .toList();
    }

    /** The routes, routes of one form joined. */
    public List<Route> routes() {
        if (routes == null) {
            routes = collectRoutes();
        }
        return routes;
    }

    /** An expression for which the proxies refuse all routes, if there is one. */
    public Optional<String> badRegex() {
        if (badRegex == null) {
            badRegex = routes().stream()
                    .flatMap(route -> route.badRegex().stream())
                    .findFirst();
        }
        return badRegex;
    }

    /** Whether a request that matches routes of others as well may be refused because of them. */
    boolean ordersAtRandom() {
        return dialect.ordersRoutesAtRandom();
    }

    /** Routes that one request can match and that do not admit the same callers. */
    List<RouteConflict> conflicts() {
        if (conflicts == null) {
            conflicts = dialect.ordersRoutesAtRandom() ? RouteConflict.among(routes()) : List.of();
        }
        return conflicts;
    }

    /**
     * A route that no target names a source for is open to everyone. Joined with others of its form it is theirs alone:
     * the empty set adds nothing to theirs (OSM v1.2.4, pkg/trafficpolicy/trafficpolicy.go MergeRules).
     */
    private List<Route> collectRoutes() {
        Map<RouteForm, List<HttpMatch>> matches = new LinkedHashMap<>();
        Map<RouteForm, Set<ObjectName>> callers = new HashMap<>();
        for (TrafficTarget target : targets) {
            for (TargetRule rule : target.rules()) {
                for (HttpMatch match : policies.matches(target, rule)) {
                    RouteForm form = RouteForm.of(match);
                    matches.computeIfAbsent(form, key -> new ArrayList<>()).add(match);
                    Set<ObjectName> admitted = callers.computeIfAbsent(form, key -> new HashSet<>());
                    target.sources().forEach(source -> admitted.add(source.account()));
                }
            }
        }
        return matches.entrySet().stream()
                .map(entry ->
                        new Route(dialect, entry.getKey(), entry.getValue().get(0), callers.get(entry.getKey())))
                .toList();
    }
}
