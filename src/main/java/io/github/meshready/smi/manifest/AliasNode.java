package io.github.meshready.smi.manifest;

/**
 * A repetition of an anchored value, written {@code *name}.
 *
 * @param name the anchor's name
 * @param target the anchored value, itself never an alias
 * @param start see {@link Node#start()}
 * @param end see {@link Node#end()}
 */
public record AliasNode(String name, Node target, int start, int end) implements Node {

    @Override
    public Node resolved() {
        return target;
    }
}
