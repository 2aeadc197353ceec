package io.github.meshready.smi.route.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes nodes, with one key for all below which the same callers may use the same. */
final class NodeKeys {

    private final Map<List<Object>, Integer> keys = new HashMap<>();

    /** Empty if nobody may use anything. */
    Optional<Node> node(Optional<Owned> end, List<Node.Edge> edges) {
        if (end.isEmpty() && edges.isEmpty()) {
            return Optional.empty();
        }
        if (end.isPresent() && edges.size() == 1 && edges.get(0).set().equals(SegmentSet.ANYTHING)) {
            Node rest = edges.get(0).node();
            Node below = below(end.get());
            if (rest.key() == below.key()) {
                return Optional.of(below.with(rest));
            }
        }
        List<Object> identity = new ArrayList<>();
        identity.add(end.map(owned -> (Object) owned.owners()).orElse(""));
        edges.forEach(edge -> {
            identity.add(edge.set().key());
            identity.add(edge.node().key());
        });
        return Optional.of(new Node(end, false, edges, key(identity)));
    }

    /** Where the same may use everything. */
    Node below(Owned owned) {
        return new Node(Optional.of(owned), true, List.of(), key(List.of(owned.owners(), "below")));
    }

    private int key(List<Object> identity) {
        return keys.computeIfAbsent(identity, each -> keys.size());
    }
}
