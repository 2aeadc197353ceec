package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.regex.Automaton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** What was worked out of segments: the same templates meet at many places of paths, with every method. */
final class SegmentCache {

    private final Map<List<SegmentSet>, SegmentCells> cells = new HashMap<>();
    private final Map<String, Optional<SegmentSet>> carved = new HashMap<>();

    SegmentCells cells(SortedMap<String, SegmentSet> sets, SortedMap<String, Automaton> texts) {
        List<SegmentSet> key = List.copyOf(sets.values());
        SegmentCells known = cells.get(key);
        if (known == null) {
            known = SegmentCells.of(key, List.copyOf(texts.values()));
            cells.put(key, known);
        }
        return known;
    }

    Optional<SegmentSet> carved(String key, Supplier<Optional<SegmentSet>> carving) {
        Optional<SegmentSet> known = carved.get(key);
        if (known == null) {
            known = carving.get();
            carved.put(key, known);
        }
        return known;
    }
}
