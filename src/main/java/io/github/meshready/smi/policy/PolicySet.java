package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.policy.IngressBackend.Backend;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The policies that stand in the manifests, and what each comes to with the others.
 *
 * @param targets all TrafficTargets of the served version
 * @param groups all HTTPRouteGroups of the served version
 * @param tcpRoutes all TCPRoutes of the served version
 * @param splits all TrafficSplits
 * @param ingressBackends all IngressBackends
 * @param egressPolicies all Egresses
 * @param unserved policies of a version or kind that the mesh does not serve
 */
public record PolicySet(
        List<TrafficTarget> targets,
        Map<ObjectName, HttpRouteGroup> groups,
        Map<ObjectName, TcpRoute> tcpRoutes,
        List<TrafficSplit> splits,
        List<IngressBackend> ingressBackends,
        List<EgressPolicy> egressPolicies,
        List<KubeObject> unserved) {

    public PolicySet {
        targets = List.copyOf(targets);
        splits = List.copyOf(splits);
        ingressBackends = List.copyOf(ingressBackends);
        egressPolicies = List.copyOf(egressPolicies);
        unserved = List.copyOf(unserved);
    }

    /**
     * What an IngressBackend opens.
     *
     * @param policy the IngressBackend
     * @param backend the entry of it
     */
    public record Ingress(IngressBackend policy, Backend backend) {}

    public Optional<HttpRouteGroup> group(ObjectName name) {
        return Optional.ofNullable(groups.get(name));
    }

    public Optional<TcpRoute> tcpRoute(ObjectName name) {
        return Optional.ofNullable(tcpRoutes.get(name));
    }

    /**
     * Whether a target lets its sources connect to a port of the destination's pods (OSM v1.2.4, pkg/envoy/lds/rbac.go):
     * to every port if it names no TCPRoute or one without ports, to none if it names a TCPRoute that is missing.
     */
    public boolean opens(TrafficTarget target, int targetPort) {
        Set<Integer> ports = new HashSet<>();
        for (TargetRule rule : target.tcpRules()) {
            Optional<TcpRoute> route = tcpRoute(target.routeName(rule));
            if (route.isEmpty()) {
                return false;
            }
            route.get().ports().forEach(port -> ports.add(port.effective()));
        }
        return ports.isEmpty() || ports.contains(targetPort);
    }

    /**
     * The matches that a rule allows: those that it names and that exist. The rule's kind is not asked
     * (pkg/catalog/inbound_traffic_policies.go).
     */
    public List<HttpMatch> matches(TrafficTarget target, TargetRule rule) {
        return group(target.routeName(rule)).stream()
                .flatMap(group -> rule.matches().stream().flatMap(name -> group.match(name).stream()))
                .toList();
    }

    /** What lets traffic from outside of the mesh in to a Service's pods on a port. */
    public List<Ingress> ingress(ObjectName service, int targetPort) {
        return ingressBackends.stream()
                .flatMap(policy -> policy.to(service, targetPort).stream().map(backend -> new Ingress(policy, backend)))
                .toList();
    }

    /** The TrafficSplits that spread calls to a Service; of several, the mesh follows any. */
    public List<TrafficSplit> splits(ObjectName service) {
        return splits.stream().filter(split -> split.apex().equals(service)).toList();
    }

    /** The Egresses that let an account's pods call out of the mesh. */
    public List<EgressPolicy> egress(ObjectName account) {
        return egressPolicies.stream()
                .filter(policy -> policy.hasSource(account))
                .toList();
    }
}
