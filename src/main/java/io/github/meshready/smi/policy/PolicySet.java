package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies that stand in the manifests.
 *
 * @param targets all TrafficTargets of the served version
 * @param groups all HTTPRouteGroups of the served version
 * @param tcpRoutes all TCPRoutes of the served version
 * @param ingressBackends all IngressBackends
 * @param unserved policies of a version or kind that the mesh does not serve
 */
public record PolicySet(
        List<TrafficTarget> targets,
        Map<ObjectName, HttpRouteGroup> groups,
        Map<ObjectName, TcpRoute> tcpRoutes,
        List<IngressBackend> ingressBackends,
        List<KubeObject> unserved) {

    public PolicySet {
        targets = List.copyOf(targets);
        ingressBackends = List.copyOf(ingressBackends);
        unserved = List.copyOf(unserved);
    }

    public Optional<HttpRouteGroup> group(ObjectName name) {
        return Optional.ofNullable(groups.get(name));
    }

    public Optional<TcpRoute> tcpRoute(ObjectName name) {
        return Optional.ofNullable(tcpRoutes.get(name));
    }
}
