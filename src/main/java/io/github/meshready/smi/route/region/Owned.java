package io.github.meshready.smi.route.region;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may send some requests.
 *
 * @param owners the callers, by number
 * @param sources what says so
 * @param widened why these are more than routes say, in words
 */
record Owned(BitSet owners, Set<Entry> sources, SortedSet<String> widened) {

    static Owned of(Entry entry) {
        return new Owned(entry.owners(), Set.of(entry), new TreeSet<>());
    }

    /** For the owners of both. */
    Owned with(Owned other) {
        BitSet all = (BitSet) owners.clone();
        all.or(other.owners);
        Set<Entry> allSources = new LinkedHashSet<>(sources);
        allSources.addAll(other.sources);
        SortedSet<String> reasons = new TreeSet<>(widened);
        reasons.addAll(other.widened);
        return new Owned(all, allSources, reasons);
    }

    Owned because(String reason) {
        SortedSet<String> reasons = new TreeSet<>(widened);
        reasons.add(reason);
        return new Owned(owners, sources, reasons);
    }

    boolean includesOwnersOf(Owned other) {
        BitSet rest = (BitSet) other.owners.clone();
        rest.andNot(owners);
        return rest.isEmpty();
    }
}
