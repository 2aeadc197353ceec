package io.github.meshready.smi.verify;

import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Severity {
    /** Broken, ignored by the mesh, or open to more than it says. */
    ERROR,
    /** Breaks in common cases, or rests on something that the manifests do not show. */
    WARNING,
    /** Worth knowing. */
    INFO;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
