package io.github.meshready.smi.verify;

import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.Mesh;
import java.util.Optional;

/**
 * A call and what the mesh does with it.
 *
 * @param call the call
 * @param decision what the mesh does with it, made by a container beside the sidecar, if one of these makes it
 * @param beforeSidecar what it does with it, made by init containers; empty if none of them makes it
 */
public record CallDecision(Call call, Decision decision, Optional<Decision> beforeSidecar) {

    /** What a mesh does with a call. */
    public static CallDecision of(Call call, Mesh mesh) {
        Connection connection = new Connection(call.source(), call.service(), call.port(), call.toPods());
        Optional<Decision> before =
                call.beforeSidecar().isEmpty() ? Optional.empty() : Optional.of(mesh.decideBeforeSidecar(connection));
        Decision decision = before.filter(found -> call.isOnlyBeforeSidecar()).orElseGet(() -> mesh.decide(connection));
        return new CallDecision(call, decision, before);
    }
}
