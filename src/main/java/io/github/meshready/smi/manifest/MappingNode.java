package io.github.meshready.smi.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping. Where a key stands twice the last one counts, as for kubectl.
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
     */
    public record Entry(ScalarNode key, Node value) {

        /** Whether this entry merges other mappings into this one (YAML merge key). */
        public boolean isMerge() {
            return key.plain() && key.value().equals("<<");
        }
    }

    /** The entry written here under this key; merged mappings are not looked at. */
    public Optional<Entry> own(String key) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).key().keyText().equals(key)) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    /** The resolved value under this key: an own entry, else that of the first merged mapping that has one. */
    public Optional<Node> get(String key) {
        Optional<Entry> own = own(key);
        if (own.isPresent()) {
            return own.map(entry -> entry.value().resolved());
        }
        for (Entry entry : entries) {
            if (entry.isMerge()) {
                for (MappingNode merged : merged(entry.value().resolved())) {
                    Optional<Node> value = merged.get(key);
                    if (value.isPresent()) {
                        return value;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** All values by key, unresolved, merge keys written out: what a reader sees. */
    public Map<String, Node> flattened() {
        Map<String, Node> values = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (!entry.isMerge()) {
                values.put(entry.key().keyText(), entry.value());
            }
        }
        for (Entry entry : entries) {
            if (entry.isMerge()) {
                merged(entry.value().resolved())
                        .forEach(mapping -> mapping.flattened().forEach(values::putIfAbsent));
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
