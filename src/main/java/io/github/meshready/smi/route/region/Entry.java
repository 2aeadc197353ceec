package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.PathPattern;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Paths that callers may use with one method.
 *
 * @param path the paths
 * @param headers what the values of headers have to match
 * @param owners the callers, by number
 * @param names what people call the routes that say so
 * @param shown a template that says so, for people
 * @param widened why this is more than routes say, in words
 */
record Entry(
        PathLanguage path,
        SortedMap<String, String> headers,
        BitSet owners,
        SortedSet<String> names,
        String shown,
        SortedSet<String> widened) {

    PathPattern pattern() {
        return path.pattern();
    }

    /** The same for the owners of both. */
    Entry with(Entry other) {
        BitSet all = (BitSet) owners.clone();
        all.or(other.owners);
        SortedSet<String> allNames = new TreeSet<>(names);
        allNames.addAll(other.names);
        SortedSet<String> reasons = new TreeSet<>(widened);
        reasons.addAll(other.widened);
        String first = shown.compareTo(other.shown) <= 0 ? shown : other.shown;
        PathLanguage called = path.label().compareTo(other.path.label()) <= 0 ? path : other.path;
        return new Entry(called, headers, all, allNames, first, reasons);
    }
}
