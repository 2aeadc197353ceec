package io.github.meshready.smi.manifest;

import java.util.Map;

/** Compares values by what they mean to a reader, whatever their style and the order of their keys. */
public final class TreeComparison {

    private TreeComparison() {}

    /** Whether two values mean the same, aliases and merge keys written out. */
    public static boolean isSame(Node one, Node other) {
        Node left = one.resolved();
        Node right = other.resolved();
        if (left instanceof MappingNode leftMap && right instanceof MappingNode rightMap) {
            return isSame(leftMap.flattened(), rightMap.flattened());
        }
        if (left instanceof SequenceNode leftList && right instanceof SequenceNode rightList) {
            return isSame(leftList, rightList);
        }
        return left instanceof ScalarNode leftScalar
                && right instanceof ScalarNode rightScalar
                && leftScalar.type() == rightScalar.type()
                && (leftScalar.type() == ScalarType.NULL || leftScalar.value().equals(rightScalar.value()));
    }

    private static boolean isSame(Map<String, Node> left, Map<String, Node> right) {
        return left.keySet().equals(right.keySet())
                && left.entrySet().stream().allMatch(entry -> isSame(entry.getValue(), right.get(entry.getKey())));
    }

    private static boolean isSame(SequenceNode left, SequenceNode right) {
        if (left.items().size() != right.items().size()) {
            return false;
        }
        for (int i = 0; i < left.items().size(); i++) {
            if (!isSame(left.items().get(i), right.items().get(i))) {
                return false;
            }
        }
        return true;
    }
}
