package io.github.meshready.smi.route.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which entries have paths in common, directly or by way of others; only these need to be told apart. */
final class Overlaps {

    private final SegmentCache cache;
    private final Map<Entry, Entry> parents = new LinkedHashMap<>();

    private Overlaps(SegmentCache cache) {
        this.cache = cache;
    }

    /** The entries in groups; no path is one of entries in two groups. */
    static List<List<Entry>> groups(List<Entry> entries, SegmentCache cache) {
        Overlaps overlaps = new Overlaps(cache);
        entries.forEach(entry -> overlaps.parents.put(entry, entry));
        overlaps.walk(entries.stream().map(Place::start).toList());
        return List.copyOf(entries.stream()
                .collect(Collectors.groupingBy(overlaps::root, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private void walk(List<Place> places) {
        if (places.stream().map(place -> root(place.entry())).distinct().count() < 2) {
            return;
        }
        if (places.stream().anyMatch(Place::isBelow)) {
            join(places); // whatever follows the others, this one has as well
            return;
        }
        join(places.stream().filter(Place::ends).toList());
        try {
            Fork fork = Fork.of(places, cache);
            List<List<Place>> next = new ArrayList<>(fork.ofTexts().values());
            next.addAll(fork.ofCells());
            next.forEach(this::walk);
        } catch (Crowded e) {
            join(places);
        }
    }

    private void join(List<Place> places) {
        places.forEach(
                place -> parents.put(root(place.entry()), root(places.get(0).entry())));
    }

    private Entry root(Entry entry) {
        Entry at = entry;
        while (parents.get(at) != at) {
            at = parents.get(at);
        }
        parents.put(entry, at);
        return at;
    }
}
