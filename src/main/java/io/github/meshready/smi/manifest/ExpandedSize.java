package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What a value amounts to with every alias written out: what a reader has to build, walk down, and look through. A few
 * lines of aliases to aliases amount to more than any machine holds.
 *
 * @param characters of keys and scalars, and one for each value
 * @param depth levels below the value
 * @param merged mappings that a key is looked up in, because merge keys bring them in; 1 for a mapping without
 */
record ExpandedSize(long characters, int depth, long merged) {

    /** The sizes of the values of one document. */
    static final class Sizes {

        private final Map<Node, ExpandedSize> sizes = new IdentityHashMap<>();

        /** Adds up a value whose parts are known. */
        ExpandedSize add(Node node) {
            ExpandedSize size = size(node);
            sizes.put(node, size);
            return size;
        }

        private ExpandedSize size(Node node) {
            if (node instanceof AliasNode alias) {
                return sizes.get(alias.target());
            }
            if (node instanceof ScalarNode scalar) {
                return new ExpandedSize(1L + scalar.value().length(), 0, 0);
            }
            long characters = 1;
            int depth = 0;
            long merged = node instanceof MappingNode ? 1 : 0;
            if (node instanceof MappingNode mapping) {
                for (Entry entry : mapping.entries()) {
                    ExpandedSize value = sizes.get(entry.value());
                    characters += 1L + entry.key().value().length() + value.characters;
                    depth = Math.max(depth, value.depth);
                    merged += entry.isMerge() ? value.merged : 0;
                }
            } else if (node instanceof SequenceNode sequence) {
                for (Node item : sequence.items()) {
                    ExpandedSize value = sizes.get(item);
                    characters += value.characters;
                    depth = Math.max(depth, value.depth);
                    merged += value.merged;
                }
            }
            return new ExpandedSize(characters, depth + 1, merged);
        }
    }
}
