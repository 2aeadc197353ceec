package io.github.meshready.smi.verify.gate;

import java.util.Locale;

/** Whether a finding counts. */
public enum Standing {
    /** It counts. */
    OPEN,
    /** The baseline knows it. */
    KNOWN,
    /** Somebody accepts it. */
    SUPPRESSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
