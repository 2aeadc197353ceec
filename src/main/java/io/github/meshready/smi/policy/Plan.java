package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Workload;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Everything that makes an application ready for the mesh.
 *
 * @param namespaces namespaces with workloads, by name
 * @param accounts who runs as whom
 * @param protocols marks for ports
 * @param policies what to write
 * @param splits TrafficSplits to write, as the build's configuration asks for them
 * @param ingress what lets traffic from outside in
 * @param egress what lets calls out
 * @param withoutSidecar workloads whose pods get no sidecar, with the reason
 */
public record Plan(
        SortedMap<String, NamespacePlan> namespaces,
        AccountPlan accounts,
        List<ProtocolMark> protocols,
        PolicyPlan policies,
        List<PlannedSplit> splits,
        IngressPlan ingress,
        EgressPlan egress,
        Map<Workload, String> withoutSidecar) {

    public Plan {
        protocols = List.copyOf(protocols);
        splits = List.copyOf(splits);
        withoutSidecar = Map.copyOf(withoutSidecar);
    }

    /** Whether there is any policy to write. */
    public boolean hasPolicies() {
        return !policies.isEmpty()
                || !ingress.backends().isEmpty()
                || !egress.policies().isEmpty();
    }
}
