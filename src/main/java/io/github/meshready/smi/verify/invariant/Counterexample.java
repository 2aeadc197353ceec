package io.github.meshready.smi.verify.invariant;

import java.util.List;

/**
 * What an invariant rules out and the mesh lets pass.
 *
 * @param hops the calls, one after the other; a single one unless the invariant is about chains
 */
public record Counterexample(List<Hop> hops) {

    public Counterexample {
        hops = List.copyOf(hops);
    }

    public Hop first() {
        return hops.get(0);
    }

    public Hop last() {
        return hops.get(hops.size() - 1);
    }
}
