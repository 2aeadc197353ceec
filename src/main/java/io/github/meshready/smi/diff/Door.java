package io.github.meshready.smi.diff;

import java.util.Comparator;
import java.util.Locale;

/**
 * Where something may pass.
 *
 * @param kind between which worlds
 * @param from who passes
 * @param to whom or what they reach
 * @param port the port: of pods within the mesh and into it, the one that is dialled out of it
 */
public record Door(Kind kind, String from, String to, String port) implements Comparable<Door> {

    static final String ANYONE = "anyone";
    static final String ANY_PORT = "any port";
    static final String ANY_ADDRESS = "any address";

    static final String EVERY_WORKLOAD = "every workload in the mesh";

    /** Calls of everything in the mesh to everything in it: permissive mode. */
    static final Door PERMISSIVE = new Door(Kind.ACCESS, EVERY_WORKLOAD, EVERY_WORKLOAD, ANY_PORT);

    /** Calls of everything in the mesh to everything out of it. */
    static final Door ALL_OUT = new Door(Kind.EGRESS, EVERY_WORKLOAD, ANY_ADDRESS, ANY_PORT);

    private static final Comparator<Door> ORDER = Comparator.comparing(Door::kind)
            .thenComparing(Door::from)
            .thenComparing(Door::to)
            .thenComparing(door -> door.port().length())
            .thenComparing(Door::port);

    /** Between which worlds a door is. */
    public enum Kind {
        /** From one account in the mesh to another. */
        ACCESS,
        /** From outside of the mesh to a Service. */
        INGRESS,
        /** From an account in the mesh to somewhere outside of it. */
        EGRESS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether whatever passes at another door could pass here as well. */
    boolean covers(Door other) {
        return kind == other.kind
                && (from.equals(other.from) || from.equals(ANYONE) || from.equals(EVERY_WORKLOAD))
                && (to.equals(other.to) || to.equals(ANY_ADDRESS) || to.equals(EVERY_WORKLOAD))
                && (port.equals(other.port) || port.equals(ANY_PORT));
    }

    /** Whether it may cover others than itself. */
    boolean isGeneral() {
        return from.equals(ANYONE) || from.equals(EVERY_WORKLOAD) || to.equals(ANY_ADDRESS) || port.equals(ANY_PORT);
    }

    @Override
    public int compareTo(Door other) {
        return ORDER.compare(this, other);
    }

    /** In words, such as {@code shop/web -> shop/books port 8080}. */
    @Override
    public String toString() {
        return from + " -> " + to + (port.equals(ANY_PORT) ? " " + port : " port " + port);
    }
}
