package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the mappings of one document and notes whether one of them has a key twice. */
final class CommonMappings {

    /** Up to so many keys are compared with each other. */
    private static final int FEW = 8;

    private boolean repeatKey;

    boolean repeatKey() {
        return repeatKey;
    }

    static Entry entry(ScalarNode key, Node value) {
        if (key.type() != ScalarType.TEXT) {
            if (!key.isKey()) {
                throw new UncommonYaml();
            }
            return new Entry(key, value);
        }
        Entry entry = new Entry(key, value, key.value());
        if (entry.isMerge()) {
            throw new UncommonYaml();
        }
        return entry;
    }

    MappingNode of(List<Entry> entries, boolean flow, int start, int end) {
        repeatKey = repeatKey || (entries.size() <= FEW ? repeatsOneOfFew(entries) : repeatsOne(entries));
        return new MappingNode(entries, flow, start, end);
    }

    private static boolean repeatsOneOfFew(List<Entry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (entries.get(i).name().equals(entries.get(j).name())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean repeatsOne(List<Entry> entries) {
        Set<String> names = new HashSet<>();
        for (Entry entry : entries) {
            if (!names.add(entry.name())) {
                return true;
            }
        }
        return false;
    }
}
