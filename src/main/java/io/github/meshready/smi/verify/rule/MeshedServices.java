package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.verify.Facts;

/** Tells which Services the mesh has anything to do with. */
final class MeshedServices {

    private MeshedServices() {}

    /** Whether the Service leads to at least one pod with a sidecar. */
    static boolean contains(Facts facts, Service service) {
        return facts.application().selectedBy(service).stream()
                .anyMatch(
                        workload -> facts.mesh().membership().outside(workload).isEmpty());
    }
}
