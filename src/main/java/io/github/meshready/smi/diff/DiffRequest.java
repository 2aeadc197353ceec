package io.github.meshready.smi.diff;

import io.github.meshready.smi.verify.VerifyRequest;

/**
 * What to compare.
 *
 * @param from the manifests as they were
 * @param to the manifests as they are now
 */
public record DiffRequest(VerifyRequest from, VerifyRequest to) {}
