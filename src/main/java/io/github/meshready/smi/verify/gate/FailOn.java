package io.github.meshready.smi.verify.gate;

import io.github.meshready.smi.verify.Severity;

/** From which severity on a finding fails the build. */
public enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    /** Whether a finding of this severity fails the build. */
    public boolean isReachedBy(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity != Severity.INFO;
            case NEVER -> false;
        };
    }
}
