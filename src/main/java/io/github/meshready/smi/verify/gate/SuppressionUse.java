package io.github.meshready.smi.verify.gate;

/**
 * What became of a suppression.
 *
 * @param suppression what somebody accepts
 * @param expired whether its last day is over, so that it suppresses nothing
 * @param matches how many findings it is about
 */
public record SuppressionUse(Suppression suppression, boolean expired, long matches) {

    /** Whether there is nothing that it is about, so that it only waits to hide something new. */
    public boolean isUnused() {
        return matches == 0;
    }
}
