package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.WireText;
import io.github.meshready.smi.route.regex.Automaton;
import io.github.meshready.smi.route.regex.TooLargeException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What may stand after the next slash.
 *
 * @param cells the texts that vary
 * @param ofCells the entries that a text of each cell follows
 * @param ofTexts the entries that each fixed text follows
 */
record Fork(SegmentCells cells, List<List<Place>> ofCells, SortedMap<String, List<Place>> ofTexts) {

    /** Expressions at one place of paths, of which each may overlap with each. */
    private static final int MAX_SETS = 8;

    /** @throws Crowded if expressions overlap in too many ways */
    static Fork of(List<Place> places, SegmentCache cache) throws Crowded {
        SortedMap<String, SegmentSet> sets = new TreeMap<>();
        SortedMap<String, Automaton> texts = new TreeMap<>();
        SortedMap<String, List<Place>> fixed = new TreeMap<>();
        SortedMap<String, List<Place>> varying = new TreeMap<>();
        for (Place place : places) {
            if (place.opens()) {
                sets.put(SegmentSet.ANYTHING.key(), SegmentSet.ANYTHING);
                texts.computeIfAbsent(
                        SegmentSet.ANYTHING.key(),
                        key -> Automaton.of(WireText.ANY_OR_EMPTY).orElseThrow());
                add(varying, SegmentSet.ANYTHING.key(), place.next());
            } else if (place.hasStep() && place.step().set() instanceof SegmentSet.Fixed only) {
                add(fixed, only.text(), place.next());
            } else if (place.hasStep()) {
                String key = place.step().set().key();
                sets.merge(key, place.step().set(), Fork::called);
                texts.putIfAbsent(key, place.step().texts().orElseThrow());
                add(varying, key, place.next());
            }
        }
        try {
            if (sets.size() > MAX_SETS) {
                throw Crowded.of(places);
            }
            return of(cache.cells(sets, texts), fixed, List.copyOf(varying.values()));
        } catch (TooLargeException e) {
            throw Crowded.of(places);
        }
    }

    private static Fork of(SegmentCells cells, Map<String, List<Place>> fixed, List<List<Place>> varying) {
        SortedMap<String, List<Place>> ofTexts = new TreeMap<>();
        fixed.forEach((text, places) -> {
            List<Place> all = new ArrayList<>(places);
            all.addAll(places(cells.within(text), varying));
            ofTexts.put(text, all);
        });
        return new Fork(
                cells,
                cells.cells().stream()
                        .map(cell -> places(cell.within(), varying))
                        .toList(),
                ofTexts);
    }

    /** One of two sets with the same texts: they may be called differently. */
    private static SegmentSet called(SegmentSet one, SegmentSet other) {
        return one.label().compareTo(other.label()) <= 0 ? one : other;
    }

    private static List<Place> places(BitSet within, List<List<Place>> varying) {
        List<Place> places = new ArrayList<>();
        within.stream().forEach(set -> places.addAll(varying.get(set)));
        return places;
    }

    private static void add(SortedMap<String, List<Place>> all, String key, Place place) {
        all.computeIfAbsent(key, each -> new ArrayList<>()).add(place);
    }
}
