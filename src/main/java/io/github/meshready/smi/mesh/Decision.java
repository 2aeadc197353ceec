package io.github.meshready.smi.mesh;

import io.github.meshready.smi.manifest.Location;
import java.util.List;

/**
 * What the mesh does with a call.
 *
 * @param outcome what happens
 * @param reason why, in words
 * @param decidedBy the policies and Services that decided
 */
public record Decision(Outcome outcome, String reason, List<Location> decidedBy) {

    public Decision {
        decidedBy = List.copyOf(decidedBy);
    }

    static Decision of(Outcome outcome, String reason) {
        return new Decision(outcome, reason, List.of());
    }

    public Verdict verdict() {
        return outcome.verdict();
    }

    public boolean isAllowed() {
        return verdict() == Verdict.ALLOWED;
    }

    /** Whether it is allowed, or may be. */
    boolean mayPass() {
        return isAllowed() || verdict() == Verdict.UNDETERMINED;
    }
}
