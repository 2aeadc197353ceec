package io.github.meshready.smi.call;

import java.util.Locale;

/** How sure a call is. High and medium are granted; low is only listed, until somebody confirms it. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    /** How sure something is that rests on both. */
    Confidence and(Confidence other) {
        return compareTo(other) < 0 ? other : this;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
