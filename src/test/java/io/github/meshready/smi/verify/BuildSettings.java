package io.github.meshready.smi.verify;

import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.verify.invariant.Invariant;
import java.util.List;

/**
 * What a build says of the application beside its manifests.
 *
 * @param declarations calls and routes
 * @param invariants what has to hold of the mesh
 */
public record BuildSettings(Declarations declarations, List<Invariant> invariants) {

    public static final BuildSettings NONE = new BuildSettings(Declarations.NONE, List.of());

    public BuildSettings {
        invariants = List.copyOf(invariants);
    }

    static BuildSettings of(List<Invariant> invariants) {
        return new BuildSettings(Declarations.NONE, invariants);
    }
}
