package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import java.util.List;
import java.util.Map;

/**
 * Who calls whom.
 *
 * @param calls calls to grant, by source, Service and port
 * @param suggestions calls that somebody has to confirm
 * @param ignored calls that the build's configuration says are none
 * @param unresolved addresses that lead to no call
 * @param unusedIgnores declarations of calls to ignore that matched none
 * @param protocols what is spoken on each TCP port of each Service
 * @param routes what is known of HTTP routes
 * @param apiClients the workloads that run a known client of the Kubernetes API, each with what tells it, in words
 */
public record CallGraph(
        List<Call> calls,
        List<Call> suggestions,
        List<IgnoredCall> ignored,
        List<Unresolved> unresolved,
        List<DeclaredCall> unusedIgnores,
        Map<PortKey, PortProtocol> protocols,
        RouteBook routes,
        Map<Workload, String> apiClients) {

    public CallGraph {
        calls = List.copyOf(calls);
        suggestions = List.copyOf(suggestions);
        ignored = List.copyOf(ignored);
        unresolved = List.copyOf(unresolved);
        unusedIgnores = List.copyOf(unusedIgnores);
        protocols = Map.copyOf(protocols);
        apiClients = Map.copyOf(apiClients);
    }

    /** What is spoken on a TCP port. */
    public PortProtocol protocol(Service service, ServicePort port) {
        return protocols.get(PortKey.of(service, port));
    }
}
