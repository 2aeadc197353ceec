package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.policy.Splits.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Pods that a call may end at.
 *
 * @param workload what runs them
 * @param service the Service that leads to them: the one called, or a backend of its TrafficSplit
 * @param port its port
 * @param targetPort the port of the pods; empty if they have none of the name that the Service gives
 */
record CalledEnd(Workload workload, Service service, ServicePort port, OptionalInt targetPort) {

    /** All pods that a connection may end at, through a TrafficSplit as well. */
    static List<CalledEnd> of(Connection connection, Mesh mesh) {
        return of(mesh.splits().leaves(connection.service(), connection.port(), connection.toPods()), mesh);
    }

    /** The pods that the dialled Service selects itself, which decide whether the caller's sidecar knows it at all. */
    static List<CalledEnd> behind(Connection connection, Mesh mesh) {
        return of(List.of(new Leaf(connection.service(), connection.port())), mesh);
    }

    private static List<CalledEnd> of(List<Leaf> leaves, Mesh mesh) {
        List<CalledEnd> ends = new ArrayList<>();
        for (Leaf leaf : leaves) {
            for (Workload workload : mesh.application().selectedBy(leaf.service())) {
                OptionalInt target = leaf.port().target().on(workload.pod());
                ends.add(new CalledEnd(workload, leaf.service(), leaf.port(), target));
            }
        }
        return ends;
    }

    /** Whether a sidecar in front of the pods decides. */
    boolean isGuarded(Mesh mesh) {
        return targetPort.isPresent()
                && mesh.membership().rejected(workload).isEmpty()
                && mesh.membership().outside(workload).isEmpty()
                && !mesh.exclusions().inbound(workload, targetPort.getAsInt());
    }

    ServedPort served() {
        return ServedPort.of(service, port, targetPort.getAsInt());
    }
}
