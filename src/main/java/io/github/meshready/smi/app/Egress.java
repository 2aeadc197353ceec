package io.github.meshready.smi.app;

import java.util.Locale;
import java.util.Optional;

/** Whether sidecars let calls out of the mesh pass ({@code spec.traffic.enableEgress} of the MeshConfig). */
public enum Egress {
    OPEN,
    CLOSED,
    /** Nothing says so, and it is the default since OSM v1.2 (charts/osm/values.yaml). */
    ASSUMED_OPEN;

    static Egress of(Optional<Boolean> enableEgress) {
        return enableEgress.map(enabled -> enabled ? OPEN : CLOSED).orElse(ASSUMED_OPEN);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
