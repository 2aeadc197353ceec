package io.github.meshready.smi.app;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that a container is given out of a ConfigMap or Secret.
 *
 * @param source the ConfigMap or Secret
 * @param items the keys that become files, with the path of each; empty for all keys, named by themselves
 * @param subPath the only path that is mounted, or the empty string for all
 */
public record ConfigMount(ConfigName source, Map<String, String> items, String subPath) {

    public ConfigMount {
        items = Map.copyOf(new LinkedHashMap<>(items));
    }

    /** Whether a key becomes a file of the container. */
    public boolean takes(String key) {
        if (!items.isEmpty() && !items.containsKey(key)) {
            return false;
        }
        return subPath.isEmpty() || subPath.equals(items.getOrDefault(key, key));
    }

    /** The name of the file that a key becomes. */
    public String fileName(String key) {
        String path = items.getOrDefault(key, key);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
