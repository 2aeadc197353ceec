package io.github.meshready.smi.route.region;

import java.util.List;

/** Templates overlap in so many ways that they cannot be told apart within reason. */
final class Crowded extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Entry> entries;

    static Crowded of(List<Place> places) {
        return new Crowded(places.stream().map(Place::entry).toList());
    }

    private Crowded(List<Entry> entries) {
        super("too many overlaps", null, false, false);
        this.entries = entries;
    }

    List<Entry> entries() {
        return entries;
    }
}
