package io.github.meshready.smi.verify;

import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.mesh.Decision;

/**
 * A call and what the mesh does with it.
 *
 * @param call the call
 * @param decision what the mesh does
 */
public record CallDecision(Call call, Decision decision) {}
