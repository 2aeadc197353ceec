package io.github.meshready.smi.verify.invariant;

import java.util.List;

/**
 * What came of an invariant.
 *
 * @param invariant what has to hold
 * @param counterexamples what speaks against it
 */
public record InvariantResult(Invariant invariant, List<Counterexample> counterexamples) {

    public InvariantResult {
        counterexamples = List.copyOf(counterexamples);
    }

    /** Whether it holds of everything that the manifests show. */
    public boolean isProved() {
        return counterexamples.isEmpty();
    }
}
