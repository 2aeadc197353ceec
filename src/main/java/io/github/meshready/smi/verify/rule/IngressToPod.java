package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.TargetPort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import java.util.OptionalInt;

/** Tells whether anybody without the mesh gets through to a port of pods. */
final class IngressToPod {

    private IngressToPod() {}

    /** Whether the port is kept from the sidecar, or opened by an IngressBackend, or not known. */
    static boolean opens(Facts facts, Workload workload, TargetPort port) {
        OptionalInt number = port.on(workload.pod());
        return number.isEmpty() || opens(facts, workload, number.getAsInt());
    }

    static boolean opens(Facts facts, Workload workload, int port) {
        return facts.mesh().exclusions().inbound(workload, port)
                || facts.application().servicesOf(workload).stream()
                        .anyMatch(service ->
                                !facts.policies().ingress(service.name(), port).isEmpty());
    }
}
