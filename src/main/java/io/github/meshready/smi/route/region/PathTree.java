package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.regex.TooLargeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cuts the paths of entries, segment by segment, into parts that each entry has all or nothing of, and joins again what the same callers may
 * use. What entries say of headers is settled where paths end.
 */
final class PathTree {

    /** What honest sets of templates stay far below: they have about as many parts as segments. */
    private static final int PARTS_PER_SEGMENT = 25;

    private static final int PARTS_OF_ALL = 300;

    private final SortedMap<String, String> headers;
    private final HeaderSplit split;
    private final SegmentCache cache;
    private final NodeKeys keys = new NodeKeys();
    private int parts;

    /** @param headers the headers of the matches that are made */
    PathTree(SortedMap<String, String> headers, HeaderSplit split, SegmentCache cache) {
        this.headers = headers;
        this.split = split;
        this.cache = cache;
    }

    /** The tree of all paths; empty if nobody may use any. */
    Optional<Node> of(List<Entry> entries) throws Crowded {
        return node(entries.stream().map(Place::start).toList());
    }

    private Optional<Node> node(List<Place> places) throws Crowded {
        int before = parts++;
        Optional<Owned> end = end(places);
        if (places.stream().allMatch(Place::isBelow)) {
            return end.map(keys::below);
        }
        List<Node.Edge> edges = edges(places);
        if (parts - before > limit(places)) {
            throw Crowded.of(places);
        }
        return keys.node(end, edges);
    }

    private static int limit(List<Place> places) {
        int segments = places.stream()
                .mapToInt(place -> place.entry().path().steps().size() + 1)
                .sum();
        return PARTS_OF_ALL + PARTS_PER_SEGMENT * segments;
    }

    private Optional<Owned> end(List<Place> places) {
        List<Entry> ending =
                places.stream().filter(Place::ends).map(Place::entry).toList();
        return ending.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(split.of(ending).get(headers));
    }

    private List<Node.Edge> edges(List<Place> places) throws Crowded {
        Fork fork = Fork.of(places, cache);
        SortedMap<String, Optional<Node>> ofTexts = new TreeMap<>();
        for (Map.Entry<String, List<Place>> text : fork.ofTexts().entrySet()) {
            ofTexts.put(text.getKey(), node(text.getValue()));
        }
        List<Optional<Node>> ofCells = new ArrayList<>();
        for (List<Place> ofCell : fork.ofCells()) {
            ofCells.add(node(ofCell));
        }
        try {
            return new EdgeMerger(cache, fork.cells(), ofCells, ofTexts).edges();
        } catch (TooLargeException e) {
            throw Crowded.of(places);
        }
    }
}
