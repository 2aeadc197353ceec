package io.github.meshready.smi.route.region;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The regions of one method, by what they say of headers. */
final class MethodRegions {

    private final Map<SortedMap<String, String>, List<Region>> byHeaders = HeaderSplit.byHeaders();

    /** The regions of entries that overlap; an entry that is alone is a region. */
    static MethodRegions of(String method, List<Entry> entries, SegmentCache cache) throws Crowded {
        MethodRegions regions = new MethodRegions();
        if (entries.size() == 1) {
            regions.add(entries.get(0).headers(), List.of(Region.of(entries.get(0))));
            return regions;
        }
        HeaderSplit split = new HeaderSplit(method);
        Deque<SortedMap<String, String>> open = new ArrayDeque<>();
        entries.stream().map(Entry::headers).distinct().forEach(open::add);
        while (!open.isEmpty()) {
            SortedMap<String, String> headers = open.poll();
            if (!regions.byHeaders.containsKey(headers)) {
                PathTree tree = new PathTree(headers, split, cache);
                regions.add(headers, tree.of(entries).map(Region::of).orElse(List.of()));
                open.addAll(split.made());
            }
        }
        return regions;
    }

    private void add(SortedMap<String, String> headers, List<Region> all) {
        byHeaders.computeIfAbsent(headers, each -> new ArrayList<>()).addAll(all);
    }

    void add(MethodRegions others) {
        others.byHeaders.forEach(this::add);
    }

    /** The same, two that differ in a slash at the end joined where they can be. */
    MethodRegions withoutSlashes() {
        MethodRegions regions = new MethodRegions();
        byHeaders.forEach((headers, all) -> regions.add(headers, TrailingSlash.joined(all)));
        return regions;
    }

    Map<SortedMap<String, String>, List<Region>> byHeaders() {
        return byHeaders;
    }

    List<Region> all() {
        return byHeaders.values().stream().flatMap(List::stream).toList();
    }
}
