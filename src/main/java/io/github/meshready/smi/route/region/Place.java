package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.PathPattern.Tail;

/**
 * An entry, as far as a path has followed it.
 *
 * @param at how many segments have been followed; one more than there are below its tail
 */
record Place(Entry entry, int at) {

    static Place start(Entry entry) {
        return new Place(entry, 0);
    }

    /** Whether anything may follow. */
    boolean isBelow() {
        return at > entry.path().steps().size();
    }

    /** Whether a path that ends here is one of the entry's. */
    boolean ends() {
        return isBelow() || isBehindSegments() && tail() != Tail.BELOW;
    }

    /** Whether any segment may follow. */
    boolean opens() {
        return isBelow() || isBehindSegments() && tail() != Tail.NONE;
    }

    /** Whether a segment of a certain kind may follow. */
    boolean hasStep() {
        return at < entry.path().steps().size();
    }

    PathLanguage.Step step() {
        return entry.path().steps().get(at);
    }

    Place next() {
        return isBelow() ? this : new Place(entry, at + 1);
    }

    private boolean isBehindSegments() {
        return at == entry.path().steps().size();
    }

    private Tail tail() {
        return entry.pattern().tail();
    }
}
