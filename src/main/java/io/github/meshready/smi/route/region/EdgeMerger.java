package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.regex.Automaton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes edges of what follows the cells and fixed texts of one place: cells of one template below which the same may be used become one
 * edge again, and a fixed text goes with the template that says the same of it.
 */
final class EdgeMerger {

    private final SegmentCache cache;
    private final SegmentCells cells;
    private final List<Optional<Node>> ofCells;
    private final SortedMap<String, Optional<Node>> ofTexts;
    private final List<Node.Edge> edges = new ArrayList<>();
    private final SortedMap<String, Optional<Node>> apart;

    /**
     * @param ofCells what follows each cell
     * @param ofTexts what follows each fixed text
     */
    EdgeMerger(
            SegmentCache cache,
            SegmentCells cells,
            List<Optional<Node>> ofCells,
            SortedMap<String, Optional<Node>> ofTexts) {
        this.cache = cache;
        this.cells = cells;
        this.ofCells = ofCells;
        this.ofTexts = ofTexts;
        this.apart = new TreeMap<>(ofTexts);
    }

    List<Node.Edge> edges() {
        BitSet open = new BitSet();
        open.set(0, ofCells.size());
        bySize().forEach(set -> {
            Map<Integer, BitSet> groups = new LinkedHashMap<>();
            for (int cell = open.nextSetBit(0); cell >= 0; cell = open.nextSetBit(cell + 1)) {
                if (within(cell).get(set)) {
                    Optional<Node> node = ofCells.get(cell);
                    if (node.isPresent()) {
                        groups.computeIfAbsent(node.get().key(), key -> new BitSet())
                                .set(cell);
                    }
                    open.clear(cell);
                }
            }
            groups.values().forEach(group -> addEdge(set, group));
        });
        List<Node.Edge> all = new ArrayList<>();
        apart.forEach((text, node) -> node.ifPresent(each -> all.add(new Node.Edge(new SegmentSet.Fixed(text), each))));
        all.addAll(edges);
        return all;
    }

    /** The sets by number, those with most cells first. */
    private List<Integer> bySize() {
        Map<Integer, Long> sizes = new TreeMap<>();
        for (int i = 0; i < cells.sets().size(); i++) {
            int set = i;
            sizes.put(
                    i,
                    cells.cells().stream()
                            .filter(cell -> cell.within().get(set))
                            .count());
        }
        return sizes.keySet().stream()
                .sorted((one, other) -> Long.compare(sizes.get(other), sizes.get(one)))
                .toList();
    }

    private void addEdge(int set, BitSet group) {
        Node node = null;
        for (int cell = group.nextSetBit(0); cell >= 0; cell = group.nextSetBit(cell + 1)) {
            Node each = ofCells.get(cell).orElseThrow();
            node = node == null ? each : node.with(each);
        }
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, Optional<Node>> text : ofTexts.entrySet()) {
            if (isIn(group, text.getKey())) {
                boolean same =
                        text.getValue().isPresent() && text.getValue().get().key() == node.key();
                if (same) {
                    node = node.with(text.getValue().get());
                    apart.remove(text.getKey());
                } else {
                    without.add(text.getKey());
                }
            }
        }
        Optional<SegmentSet> texts = texts(set, group, without);
        if (texts.isPresent()) {
            edges.add(new Node.Edge(texts.get(), node));
        }
    }

    private boolean isIn(BitSet group, String text) {
        BitSet within = cells.within(text);
        return !within.isEmpty() && group.stream().anyMatch(cell -> within(cell).equals(within));
    }

    private BitSet within(int cell) {
        return cells.cells().get(cell).within();
    }

    /** Empty if the fixed texts are all that there is. */
    private Optional<SegmentSet> texts(int set, BitSet group, Collection<String> without) {
        for (int i = 0; i < cells.sets().size() && without.isEmpty(); i++) {
            int each = i;
            if (IntStream.range(0, cells.cells().size())
                    .allMatch(cell -> within(cell).get(each) == group.get(cell))) {
                return Optional.of(cells.sets().get(i));
            }
        }
        SegmentSet from = cells.sets().get(set);
        String of = group.stream()
                .mapToObj(cell -> within(cell).stream()
                        .mapToObj(each -> cells.sets().get(each).key())
                        .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(" or "));
        String outside = cells.sets().stream().map(SegmentSet::key).collect(Collectors.joining(", "));
        String key = of + " of " + outside + " without "
                + without.stream().map(text -> "/" + text).collect(Collectors.joining());
        return cache.carved(key + " " + from.label(), () -> carved(from, group, without, key));
    }

    private Optional<SegmentSet> carved(SegmentSet from, BitSet group, Collection<String> without, String key) {
        Automaton texts = group.stream()
                .mapToObj(cell -> cells.cells().get(cell).texts())
                .reduce(Automaton::or)
                .orElseThrow();
        if (!without.isEmpty()) {
            texts = texts.minus(Automaton.ofTexts(without));
        }
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(SegmentSet.Carved.of(texts, key, from.regex().orElseThrow(), from.label()));
    }
}
