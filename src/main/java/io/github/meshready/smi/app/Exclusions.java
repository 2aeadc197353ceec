package io.github.meshready.smi.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What pods keep from their sidecars: by their annotations and by the MeshConfig together (OSM v1.2.4,
 * pkg/injector/exclusions.go, iptables.go).
 */
public final class Exclusions {

    private static final String OUTBOUND = "outbound-port-exclusion-list";
    private static final String INBOUND = "inbound-port-exclusion-list";
    private static final String EXCLUDED_RANGES = "outbound-ip-range-exclusion-list";
    private static final String INCLUDED_RANGES = "outbound-ip-range-inclusion-list";

    private final MeshMode mode;

    public Exclusions(MeshMode mode) {
        this.mode = mode;
    }

    /** Whether a pod dials this port of others past its sidecar. */
    public boolean outbound(Workload client, int port) {
        return isListed(mode.outboundPorts(), client, OUTBOUND, port);
    }

    /** Whether others reach this port of a pod past its sidecar. */
    public boolean inbound(Workload server, int targetPort) {
        return isListed(mode.inboundPorts(), server, INBOUND, targetPort);
    }

    /** Whether a pod dials an IPv4 address past its sidecar; of names it is not known. Exclusions win over inclusions. */
    public boolean outbound(Workload client, String host) {
        if (!Cidr.isAddress(host)) {
            return false;
        }
        List<String> excluded = ranges(
                client,
                EXCLUDED_RANGES,
                mode.config().map(MeshConfig::outboundRanges).orElse(List.of()));
        List<String> included = ranges(
                client,
                INCLUDED_RANGES,
                mode.config().map(MeshConfig::includedRanges).orElse(List.of()));
        return excluded.stream().anyMatch(range -> Cidr.contains(range, host))
                || !included.isEmpty() && included.stream().noneMatch(range -> Cidr.contains(range, host));
    }

    private List<String> ranges(Workload workload, String annotation, List<String> everywhere) {
        return Stream.concat(everywhere.stream(), items(workload, annotation)).toList();
    }

    /** What is no number is left out, as the pod would be rejected for it anyway. */
    private boolean isListed(Set<Integer> everywhere, Workload workload, String annotation, int port) {
        return everywhere.contains(port)
                || items(workload, annotation).anyMatch(item -> item.equals(Integer.toString(port)));
    }

    private Stream<String> items(Workload workload, String annotation) {
        String list = workload.pod().annotations().getOrDefault(mode.dialect().key(annotation), "");
        return Stream.of(list.split(",")).map(String::strip).filter(item -> !item.isEmpty());
    }
}
