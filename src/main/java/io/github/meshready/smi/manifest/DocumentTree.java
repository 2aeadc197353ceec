package io.github.meshready.smi.manifest;

import java.util.Set;

/**
 * What was read of one document of a file.
 *
 * @param start offset of its separator line, or of its first value if it has none
 * @param root the value
 * @param shared see {@link Document#shared()}
 * @param repeatsKey see {@link Document#repeatsKey()}
 */
record DocumentTree(int start, Node root, Set<Node> shared, boolean repeatsKey) {

    boolean isEmpty() {
        return root instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL;
    }
}
