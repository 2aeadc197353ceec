package io.github.meshready.smi.policy;

import java.util.List;

/**
 * What lets traffic from outside in.
 *
 * @param backends IngressBackends to write
 * @param notes what could not be opened, or has to be done besides, in words
 */
public record IngressPlan(List<PlannedIngress> backends, List<String> notes) {

    public IngressPlan {
        backends = List.copyOf(backends);
        notes = List.copyOf(notes);
    }
}
