package io.github.meshready.smi.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private static final int MAX_DIGITS = 5;

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

    /** Whether a pod dials some addresses past its sidecar, whichever these are. */
    public boolean passesRanges(Workload client) {
        Optional<MeshConfig> config = mode.config();
        return !ranges(
                                client,
                                EXCLUDED_RANGES,
                                config.map(MeshConfig::outboundRanges).orElse(List.of()))
                        .isEmpty()
                || !ranges(
                                client,
                                INCLUDED_RANGES,
                                config.map(MeshConfig::includedRanges).orElse(List.of()))
                        .isEmpty();
    }

    /** The ports that a pod's own annotation keeps from its sidecar; what is no number is left out. */
    public Set<Integer> inboundPorts(Workload server) {
        return items(server, INBOUND)
                .filter(item -> item.length() <= MAX_DIGITS && item.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The annotation of a pod that lists ports of its own that others reach past its sidecar. */
    public String inboundAnnotation() {
        return mode.dialect().key(INBOUND);
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
