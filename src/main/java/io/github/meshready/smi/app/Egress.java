package io.github.meshready.smi.app;

import java.util.Locale;
import java.util.Optional;

/** Whether sidecars let calls out of the mesh pass ({@code spec.traffic.enableEgress} of the MeshConfig). */
public enum Egress {
    OPEN,
    CLOSED,
    /** Nothing says so, and it is the default of the version (charts/osm/values.yaml). */
    ASSUMED_OPEN,
    /** Nothing says so, and it is the default of the version. */
    ASSUMED_CLOSED;

    static Egress of(Optional<Boolean> enableEgress, Dialect dialect) {
        Egress assumed = dialect.isOpenByDefault() ? ASSUMED_OPEN : ASSUMED_CLOSED;
        return enableEgress.map(enabled -> enabled ? OPEN : CLOSED).orElse(assumed);
    }

    /** Whether calls that no Egress lets out are refused. */
    public boolean isClosed() {
        return this == CLOSED || this == ASSUMED_CLOSED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
