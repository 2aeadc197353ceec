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

    /** All pods that a connection may end at, through a TrafficSplit as well; those of the Service if it has no backend. */
    static List<CalledEnd> of(Connection connection, Mesh mesh) {
        List<CalledEnd> ends = new ArrayList<>();
        List<Leaf> leaves = mesh.splits().leaves(connection.service(), connection.port(), connection.toPods());
        List<Leaf> called = leaves.isEmpty() ? List.of(new Leaf(connection.service(), connection.port())) : leaves;
        for (Leaf leaf : called) {
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
