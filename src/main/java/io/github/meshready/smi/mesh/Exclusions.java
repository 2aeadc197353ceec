package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Workload;
import java.util.Set;

/**
 * Ports that pods keep from their sidecars: those of their annotations and those of the MeshConfig together (OSM v1.2.4,
 * pkg/injector/exclusions.go).
 */
final class Exclusions {

    private static final String OUTBOUND = "outbound-port-exclusion-list";
    private static final String INBOUND = "inbound-port-exclusion-list";

    private final MeshMode mode;

    Exclusions(MeshMode mode) {
        this.mode = mode;
    }

    /** Whether a pod dials this port of others past its sidecar. */
    boolean outbound(Workload client, int port) {
        return isListed(mode.outboundPorts(), client, OUTBOUND, port);
    }

    /** Whether others reach this port of a pod past its sidecar. */
    boolean inbound(Workload server, int targetPort) {
        return isListed(mode.inboundPorts(), server, INBOUND, targetPort);
    }

    /** What is no number is left out, as the pod would be rejected for it anyway. */
    private boolean isListed(Set<Integer> everywhere, Workload workload, String annotation, int port) {
        if (everywhere.contains(port)) {
            return true;
        }
        for (String item : workload.pod()
                .annotations()
                .getOrDefault(mode.dialect().key(annotation), "")
                .split(",")) {
            if (item.strip().equals(Integer.toString(port))) {
                return true;
            }
        }
        return false;
    }
}
