package io.github.meshready.smi.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping. Where a key stands twice the last one counts, as for kubectl, and a merge key takes part in that order: what
 * it brings replaces what stands before it (go-yaml v2, decode.go mapping and merge; YAML itself has it the other way).
 *
 * @param entries as written, in order; a merge key {@code <<} is an entry like any other
 * @param flow whether it is written in braces, as JSON is
 * @param start see {@link Node#start()}
 * @param end see {@link Node#end()}
 */
public record MappingNode(List<Entry> entries, boolean flow, int start, int end) implements Node {

    public MappingNode {
        entries = List.copyOf(entries);
    }

    /**
     * One key with its value.
     *
     * @param key never an alias
     * @param value possibly an alias
     * @param name {@link ScalarNode#keyText()} of the key
     */
    public record Entry(ScalarNode key, Node value, String name) {

        Entry(ScalarNode key, Node value) {
            this(key, value, key.keyText());
        }

        /** Whether this entry merges other mappings into this one (YAML merge key). */
        public boolean isMerge() {
            return name.equals("<<") && key.plain();
        }
    }

    /** The mapping with other entries, at the same place. */
    MappingNode with(List<Entry> others) {
        return new MappingNode(others, flow, start, end);
    }

    /** The entry written here under this key; merged mappings are not looked at. */
    public Optional<Entry> own(String key) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).name().equals(key)) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    /** The resolved value that a reader finds under this key. */
    public Optional<Node> get(String key) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            Optional<Node> value = entry.isMerge() ? merged(entry, key) : Optional.of(entry.value());
            if (value.isPresent() && (entry.isMerge() || entry.name().equals(key))) {
                return value.map(Node::resolved);
            }
        }
        return Optional.empty();
    }

    /** Whether a merge key brings a value for this key that replaces the one written here, if one is. */
    boolean isMerged(String key) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (entry.isMerge() && merged(entry, key).isPresent()) {
                return true;
            }
            if (!entry.isMerge() && entry.name().equals(key)) {
                return false;
            }
        }
        return false;
    }

    private static Optional<Node> merged(Entry merge, String key) {
        return merged(merge.value().resolved()).stream()
                .flatMap(mapping -> mapping.get(key).stream())
                .findFirst();
    }

    /** All values by key, unresolved, merge keys written out: what a reader sees. */
    public Map<String, Node> flattened() {
        Map<String, Node> values = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.isMerge()) {
                List<MappingNode> sources = merged(entry.value().resolved());
                for (int i = sources.size() - 1; i >= 0; i--) {
                    values.putAll(sources.get(i).flattened());
                }
            } else {
                values.put(entry.name(), entry.value());
            }
        }
        return values;
    }

    /** The mappings that a merge key's value names, in order of precedence. */
    static List<MappingNode> merged(Node value) {
        if (value instanceof MappingNode mapping) {
            return List.of(mapping);
        }
        return value.sequence().stream()
                .flatMap(sequence -> sequence.items().stream())
                .flatMap(item -> item.mapping().stream())
                .toList();
    }
}
