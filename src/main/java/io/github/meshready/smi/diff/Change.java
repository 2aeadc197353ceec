package io.github.meshready.smi.diff;

import java.util.List;
import java.util.Locale;

/**
 * What differs at one door.
 *
 * @param door the door
 * @param kind whether it was opened, closed, or lets other things through
 * @param added what it lets through now and was not let through before
 * @param removed what it let through before and is not let through now
 */
public record Change(Door door, Kind kind, List<Passage> added, List<Passage> removed) {

    public Change {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** What became of a door. */
    public enum Kind {
        APPEARS,
        DISAPPEARS,
        CHANGES;

        Kind mirrored() {
            return switch (this) {
                case APPEARS -> DISAPPEARS;
                case DISAPPEARS -> APPEARS;
                case CHANGES -> CHANGES;
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isWidened() {
        return !added.isEmpty();
    }

    /** The same change seen from the other side. */
    public Change mirrored() {
        return new Change(door, kind.mirrored(), removed, added);
    }
}
