package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.PathPattern.Tail;
import java.util.ArrayList;
import java.util.List;

/** Paths of one form, and who may use them. */
record Region(Box box, Owned owned) {

    /** All paths of an entry. */
    static Region of(Entry entry) {
        return new Region(Box.of(entry.pattern()), Owned.of(entry));
    }

    /** The regions of a tree; no path is in two of them. */
    static List<Region> of(Node root) {
        List<Region> regions = new ArrayList<>();
        collect(root, List.of(), regions);
        return regions;
    }

    private static void collect(Node node, List<SegmentSet> before, List<Region> regions) {
        if (node.below()) {
            regions.add(new Region(new Box(before, Tail.OPEN, false), node.end().orElseThrow()));
            return;
        }
        node.end().ifPresent(owned -> regions.add(new Region(new Box(before, Tail.NONE, false), owned)));
        for (Node.Edge edge : node.edges()) {
            if (edge.node().below() && edge.set().equals(SegmentSet.ANYTHING)) {
                regions.add(new Region(
                        new Box(before, Tail.BELOW, false), edge.node().end().orElseThrow()));
            } else {
                List<SegmentSet> segments = new ArrayList<>(before);
                segments.add(edge.set());
                collect(edge.node(), segments, regions);
            }
        }
    }
}
