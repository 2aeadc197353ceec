package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.Grants.Access;
import io.github.meshready.smi.policy.TargetDraft.Pair;
import io.github.meshready.smi.policy.TargetDraft.PortSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes access as TrafficTargets, so that it is exactly that access which the mesh enforces:
 *
 * <ul>
 *   <li>one target per source and destination; all targets of a destination use the same matches, so that the order in
 *       which the mesh sees them never decides (OSM v1.2.4, pkg/trafficpolicy/trafficpolicy.go MergeRules);
 *   <li>matches are always named, because a rule without matches allows nothing (pkg/catalog
 *       inbound_traffic_policies.go);
 *   <li>where the destination has other ports than those called, a TCPRoute bounds the target, because a target
 *       without one opens every port (pkg/envoy/lds/rbac.go). It lists the HTTP ports too: the same filter guards them.
 * </ul>
 */
final class TargetPlanner {

    private final PolicyNames names;
    private final Map<ObjectName, Set<Integer>> served = new HashMap<>();

    TargetPlanner(Application application, AccountPlan accounts) {
        this.names = new PolicyNames(application);
        for (Service service : application.services()) {
            for (Workload workload : application.selectedBy(service)) {
                Set<Integer> ports = served.computeIfAbsent(accounts.accountOf().get(workload), key -> new HashSet<>());
                for (ServicePort port : service.tcpPorts()) {
                    port.target().on(workload.pod()).ifPresent(ports::add);
                }
            }
        }
    }

    PolicyPlan plan(Grants grants, KnownRoutes known, RoutePlan routePlan, List<String> covered, List<String> notes) {
        List<TargetDraft> drafts = drafts(grants, routePlan);
        Map<ObjectName, ObjectName> groups = names.name(
                withoutKnownRoutes(drafts, known),
                Smi.HTTP_ROUTE_GROUP,
                account -> account,
                each -> each.name() + "-routes");
        Map<PortSet, ObjectName> tcpRoutes =
                names.name(portSets(drafts), Smi.TCP_ROUTE, PortSet::destination, PortSet::wish);
        Map<Pair, ObjectName> targets = names.name(
                drafts.stream().map(TargetDraft::pair).toList(), Smi.TRAFFIC_TARGET, Pair::destination, Pair::wish);

        List<PlannedTarget> planned = drafts.stream()
                .map(draft -> new PlannedTarget(
                        targets.get(draft.pair()),
                        draft.source(),
                        draft.destination(),
                        routes(draft, groups, known, routePlan),
                        Optional.ofNullable(tcpRoutes.get(draft.portSet()))
                                .filter(name -> draft.bounded())
                                .map(ObjectName::name),
                        List.copyOf(draft.access().reasons())))
                .sorted(Comparator.comparing(PlannedTarget::name))
                .toList();
        List<PlannedTcpRoute> routes = tcpRoutes.entrySet().stream()
                .map(route ->
                        new PlannedTcpRoute(route.getValue(), route.getKey().ports()))
                .sorted(Comparator.comparing(PlannedTcpRoute::name))
                .toList();
        List<PlannedRouteGroup> routeGroups = groups.entrySet().stream()
                .map(group -> routePlan.group(group.getValue(), group.getKey()))
                .sorted(Comparator.comparing(PlannedRouteGroup::name))
                .toList();
        List<String> all = new ArrayList<>(notes);
        all.addAll(routePlan.notes());
        return new PolicyPlan(routeGroups, routes, planned, routePlan.told(), covered, all);
    }

    private List<TargetDraft> drafts(Grants grants, RoutePlan routePlan) {
        List<TargetDraft> drafts = new ArrayList<>();
        grants.byDestination()
                .forEach((destination, sources) -> sources.forEach((source, access) -> {
                    boolean nothing = routePlan
                            .matches(source, destination)
                            .filter(List::isEmpty)
                            .isPresent();
                    if (access.needsTcp() || !nothing) {
                        drafts.add(new TargetDraft(destination, source, access, isBounded(destination, access)));
                    }
                }));
        return drafts;
    }

    private static Set<PortSet> portSets(List<TargetDraft> drafts) {
        return drafts.stream()
                .filter(TargetDraft::bounded)
                .map(TargetDraft::portSet)
                .collect(Collectors.toSet());
    }

    /** The destinations that are called by HTTP and whose routes no policy shows. */
    private static Set<ObjectName> withoutKnownRoutes(List<TargetDraft> drafts, KnownRoutes known) {
        return drafts.stream()
                .filter(draft -> draft.access().needsHttp())
                .filter(draft -> knownRoutes(draft, known).isEmpty())
                .map(TargetDraft::destination)
                .collect(Collectors.toSet());
    }

    private boolean isBounded(ObjectName destination, Access access) {
        return access.needsTcp() || !access.ports().containsAll(served.getOrDefault(destination, Set.of()));
    }

    private static List<RouteRef> routes(
            TargetDraft draft, Map<ObjectName, ObjectName> groups, KnownRoutes known, RoutePlan routePlan) {
        if (!draft.access().needsHttp()) {
            return List.of();
        }
        List<RouteRef> routes = knownRoutes(draft, known);
        if (!routes.isEmpty()) {
            return routes;
        }
        List<String> matches =
                routePlan.matches(draft.source(), draft.destination()).orElse(List.of(PlannedMatch.ALLOW_ALL));
        return matches.isEmpty()
                ? List.of()
                : List.of(new RouteRef(groups.get(draft.destination()).name(), matches));
    }

    private static List<RouteRef> knownRoutes(TargetDraft draft, KnownRoutes known) {
        return known.of(draft.source(), draft.destination()).orElseThrow();
    }
}
