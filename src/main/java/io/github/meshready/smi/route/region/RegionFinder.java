package io.github.meshready.smi.route.region;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.regex.Regex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Finds the matches for the routes that callers may use at one destination. */
final class RegionFinder<C extends Comparable<? super C>> {

    private final SortedMap<C, List<HttpRoute>> routes;
    private final PathForm form;
    private final Pieces pieces;
    private final Widening widening;
    private final SegmentCache cache = new SegmentCache();
    private final Map<String, Optional<List<Regex>>> written = new HashMap<>();
    private final Map<List<Entry>, MethodRegions> found = new HashMap<>();

    RegionFinder(SortedMap<C, List<HttpRoute>> routes, Dialect dialect) {
        this.routes = routes;
        this.form = new PathForm(dialect);
        this.pieces = new Pieces(form);
        this.widening = new Widening(form);
    }

    Regions<C> find() {
        EntryReader reader = new EntryReader(widening);
        List<C> callers = List.copyOf(routes.keySet());
        for (int i = 0; i < callers.size(); i++) {
            for (HttpRoute route : routes.get(callers.get(i))) {
                reader.add(i, route);
            }
        }
        MatchWriter<C> writer = new MatchWriter<>(callers, form);
        reader.entries().forEach((method, entries) -> addMatches(writer, method, entries));
        return new Regions<>(writer.matches(), reader.problems());
    }

    private void addMatches(MatchWriter<C> writer, String method, List<Entry> entries) {
        MethodRegions regions = found.get(entries); // of HEAD they are those of GET, as a rule
        if (regions == null) {
            regions = regions(method, entries);
            found.put(entries, regions);
        }
        regions.byHeaders()
                .forEach((headers, all) -> all.forEach(region -> writer.add(
                        method, headers, region, written(region.box()).orElseThrow())));
    }

    /** Regions that can be written: as long as some cannot, the entries that they come from are joined. */
    private MethodRegions regions(String method, List<Entry> entries) {
        List<Entry> left = entries;
        while (true) {
            MethodRegions all = new MethodRegions();
            List<Entry> next = left;
            for (List<Entry> group : Overlaps.groups(left, cache)) {
                List<Entry> crowd = crowd(method, group, all);
                next = crowd.isEmpty() ? next : joined(method, next, crowd);
            }
            if (next.equals(left)) {
                MethodRegions joined = all.withoutSlashes();
                boolean fits = joined.all().stream()
                        .allMatch(region -> written(region.box()).isPresent());
                return fits ? joined : all;
            }
            left = next; // what was joined may overlap with others
        }
    }

    /** Adds the regions of entries that overlap; if they cannot be written, returns those that have to be joined. */
    private List<Entry> crowd(String method, List<Entry> group, MethodRegions all) {
        List<Entry> crowd;
        try {
            MethodRegions regions = MethodRegions.of(method, group, cache);
            Optional<Region> large = regions.all().stream()
                    .filter(region -> written(region.box()).isEmpty())
                    .findFirst();
            if (large.isEmpty()) {
                all.add(regions);
                return List.of();
            }
            crowd = overlapping(large.get(), group);
        } catch (Crowded e) {
            crowd = e.entries();
        }
        return crowd.size() > 1 ? crowd : group;
    }

    private Optional<List<Regex>> written(Box box) {
        return written.computeIfAbsent(box.key(), key -> pieces.of(box));
    }

    /**
     * The entries that a region comes from, and those that it has to be told apart from: fixed texts can be told apart by several
     * expressions, so these stay unless there are no others.
     */
    private static List<Entry> overlapping(Region region, List<Entry> entries) {
        List<Entry> all = entries.stream()
                .filter(entry -> region.owned().sources().contains(entry) || BoxOverlap.of(region.box(), entry))
                .toList();
        List<Entry> varying = all.stream()
                .filter(entry -> region.owned().sources().contains(entry) || variesWhereCarved(region.box(), entry))
                .toList();
        return varying.size() > 1 ? varying : all;
    }

    private static boolean variesWhereCarved(Box box, Entry entry) {
        List<PathLanguage.Step> steps = entry.path().steps();
        return IntStream.range(0, Math.min(steps.size(), box.segments().size()))
                .filter(i -> box.segments().get(i) instanceof SegmentSet.Carved)
                .noneMatch(i -> steps.get(i).set() instanceof SegmentSet.Fixed);
    }

    private List<Entry> joined(String method, List<Entry> entries, List<Entry> crowd) {
        Set<Entry> joining = new LinkedHashSet<>(crowd);
        Entry joined = widening.joined(List.copyOf(joining), method);
        SortedMap<String, Entry> left = new TreeMap<>();
        List<Entry> all = new ArrayList<>(entries);
        all.removeAll(joining);
        all.add(joined);
        all.forEach(entry -> left.merge(entry.path().key() + " " + entry.headers(), entry, Entry::with));
        return List.copyOf(left.values());
    }
}
