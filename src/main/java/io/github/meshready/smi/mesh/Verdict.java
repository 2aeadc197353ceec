package io.github.meshready.smi.mesh;

import java.util.Locale;

/** What happens to a call. */
public enum Verdict {
    ALLOWED,
    DENIED,
    /** Neither allowed nor refused by a policy: it fails for another reason, at least in part. */
    BROKEN,
    /** Allowed or refused, depending on the order in which the mesh happens to see its policies. */
    UNDETERMINED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
