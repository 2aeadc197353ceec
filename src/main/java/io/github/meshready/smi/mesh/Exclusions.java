package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Workload;
import java.util.HashSet;
import java.util.Set;

/** Ports that a pod keeps from its sidecar (OSM v1.2.4, pkg/injector/exclusions.go). */
final class Exclusions {

    /** Annotation: ports of others that the pod dials past its sidecar. */
    static final String OUTBOUND = "openservicemesh.io/outbound-port-exclusion-list";

    /** Annotation: ports of the pod that others reach past its sidecar. */
    static final String INBOUND = "openservicemesh.io/inbound-port-exclusion-list";

    private Exclusions() {}

    /** The ports of a list; what is no number is left out, as the pod would be rejected for it anyway. */
    static Set<Integer> ports(Workload workload, String annotation) {
        Set<Integer> ports = new HashSet<>();
        String list = workload.pod().annotations().getOrDefault(annotation, "");
        for (String item : list.split(",")) {
            String number = item.strip();
            if (!number.isEmpty() && number.length() <= 5 && number.chars().allMatch(Character::isDigit)) {
                ports.add(Integer.parseInt(number));
            }
        }
        return ports;
    }
}
