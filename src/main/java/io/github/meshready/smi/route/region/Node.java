package io.github.meshready.smi.route.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may follow a part of a path.
 *
 * @param end who may use the path that ends here; empty if nobody
 * @param below whether the same may use everything below, too; there are no edges then
 * @param edges what may stand after another slash; no text is on two of them
 * @param key what tells apart nodes below which different callers may use something
 */
record Node(Optional<Owned> end, boolean below, List<Edge> edges, int key) {

    /** What stands after a slash, and what may follow it. */
    record Edge(SegmentSet set, Node node) {}

    /** One of two nodes with the same key, for the sources of both. */
    Node with(Node other) {
        List<Edge> merged = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            merged.add(new Edge(
                    edges.get(i).set(),
                    edges.get(i).node().with(other.edges.get(i).node())));
        }
        return new Node(end.map(owned -> owned.with(other.end.orElseThrow())), below, merged, key);
    }
}
