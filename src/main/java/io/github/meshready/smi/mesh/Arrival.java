package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.PolicySet.Ingress;
import java.util.Optional;

/**
 * One of the ends that a call may come to: pods of one workload behind the Service that is dialled, or behind a backend of
 * its TrafficSplit.
 *
 * @param server what runs the pods
 * @param port the port of theirs that is reached
 * @param decision what becomes of the call there; for HTTP, whether any request at all can pass
 * @param ingress the IngressBackend that decides; empty where none does
 */
public record Arrival(Workload server, ServedPort port, Decision decision, Optional<Ingress> ingress) {

    /** Whether the call passes there, or may. */
    public boolean mayPass() {
        return decision.mayPass();
    }
}
