package io.github.meshready.smi.policy;

import java.util.List;

/**
 * What lets calls out of the mesh.
 *
 * @param policies Egresses to write
 * @param covered calls that Egresses in the manifests let out already, in words
 * @param notes what is refused all the same, or is wider than it should be, in words
 */
public record EgressPlan(List<PlannedEgress> policies, List<String> covered, List<String> notes) {

    public static final EgressPlan NONE = new EgressPlan(List.of(), List.of(), List.of());

    public EgressPlan {
        policies = List.copyOf(policies);
        covered = List.copyOf(covered);
        notes = List.copyOf(notes);
    }
}
