package io.github.meshready.smi.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Kubernetes objects as plain maps and lists: the oracle's own reading of YAML, which shares nothing with ours. */
public final class PlainObjects {

    private final List<Map<String, Object>> all;

    PlainObjects(List<Map<String, Object>> all) {
        this.all = all;
    }

    /** Reads texts of several documents each; an object that stands in them twice counts once. */
    public static PlainObjects read(Iterable<String> texts) {
        Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
        LoaderOptions options = new LoaderOptions();
        options.setWarnOnDuplicateKeys(false);
        Yaml yaml = new Yaml(new SafeConstructor(options));
        for (String text : texts) {
            for (Object document : yaml.loadAll(text)) {
                if (document != null) {
                    Map<String, Object> object = mapping(document);
                    objects.put(text(object, "kind") + " " + name(object), object);
                }
            }
        }
        return new PlainObjects(new ArrayList<>(objects.values()));
    }

    public List<Map<String, Object>> all() {
        return all;
    }

    List<Map<String, Object>> of(String... kinds) {
        List<String> wanted = List.of(kinds);
        return all.stream()
                .filter(object -> wanted.contains(text(object, "kind")))
                .toList();
    }

    /** {@code namespace/name}. */
    static String name(Object object) {
        return text(object, "metadata", "namespace") + "/" + text(object, "metadata", "name");
    }

    /** What stands at the end of a path of keys; null if there is nothing. */
    static Object at(Object node, String... path) {
        Object found = node;
        for (String key : path) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found;
    }

    /** The text at the end of a path; empty if there is nothing. */
    static String text(Object node, String... path) {
        Object found = at(node, path);
        return found == null ? "" : found.toString();
    }

    /** The items at the end of a path; none if there is nothing. */
    static List<Object> items(Object node, String... path) {
        return at(node, path) instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    /** The mapping at the end of a path, which can be changed; an empty one if there is nothing. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> mapping(Object node, String... path) {
        return at(node, path) instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }
}
