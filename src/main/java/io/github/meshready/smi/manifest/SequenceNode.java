package io.github.meshready.smi.manifest;

import java.util.List;

/**
 * A list.
 *
 * @param items in order, aliases unresolved
 * @param flow whether it is written in brackets, as JSON is
 * @param start see {@link Node#start()}
 * @param end see {@link Node#end()}
 */
public record SequenceNode(List<Node> items, boolean flow, int start, int end) implements Node {

    public SequenceNode {
        items = List.copyOf(items);
    }
}
