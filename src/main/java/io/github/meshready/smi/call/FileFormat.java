package io.github.meshready.smi.call;

import io.github.meshready.smi.manifest.Document;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.MappingNode;
import io.github.meshready.smi.manifest.Node;
import io.github.meshready.smi.manifest.ScalarNode;
import io.github.meshready.smi.manifest.SequenceNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Takes a file apart into keys and values, by its name and by what it looks like. */
final class FileFormat {

    private static final String ANY_LINE = "line ";

    /** Whether a text is a JSON object. */
    static boolean isObject(String text) {
        String stripped = text.strip();
        return stripped.startsWith("{\"") && stripped.endsWith("}");
    }

    /** The values of a file by key, one map for each document of it. */
    List<Map<String, String>> documents(String name, String text) {
        boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
        List<Map<String, String>> documents = yaml ? trees(text) : List.of();
        return documents.isEmpty() ? List.of(values(name, text)) : documents;
    }

    /** The values of a file, each with its key. */
    Stream<Mention> parts(String name, Mention file) {
        Map<String, String> values = values(name, file.value());
        return values.entrySet().stream()
                .map(entry -> file.part(
                        file.place(),
                        entry.getKey().startsWith(ANY_LINE) ? "" : entry.getKey(),
                        entry.getValue(),
                        values));
    }

    private static Map<String, String> values(String fileName, String text) {
        if (!text.strip().contains("\n") && !isObject(text) && !fileName.contains(".")) {
            return Map.of(fileName, text); // a file of one value, named like a variable
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json") || isObject(text)) {
            Map<String, String> tree = tree(text);
            if (!tree.isEmpty()) {
                return tree;
            }
        }
        if (NginxText.isOne(text)) {
            return NginxText.values(text);
        }
        boolean keyed = name.endsWith(".properties")
                || name.endsWith(".env")
                || name.endsWith(".ini")
                || name.endsWith(".toml")
                || name.endsWith(".cfg");
        return keyed || looksKeyed(text) ? PropertyText.values(text) : lines(text);
    }

    private static boolean looksKeyed(String text) {
        long lines = PropertyText.contentLines(text).count();
        long keyed =
                PropertyText.contentLines(text).filter(PropertyText::isKeyed).count();
        return lines > 0 && keyed * 10 >= lines * 8;
    }

    /** What no reader is known for: each line by itself, but for comments. */
    private static Map<String, String> lines(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        PropertyText.contentLines(text).forEach(line -> values.put(ANY_LINE + values.size(), line));
        return values;
    }

    private static Map<String, String> tree(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        trees(text).forEach(values::putAll);
        return values;
    }

    private static List<Map<String, String>> trees(String text) {
        List<Map<String, String>> trees = new ArrayList<>();
        try {
            ManifestFile file = ManifestFile.parse("x", "x", text.getBytes(StandardCharsets.UTF_8));
            for (Document document : file.documents()) {
                Map<String, String> values = new LinkedHashMap<>();
                flatten("", document.root(), values);
                trees.add(values);
            }
        } catch (InputException e) {
            return List.of(); // somebody else's dialect; its lines are looked at one by one
        }
        return trees;
    }

    private static void flatten(String key, Node node, Map<String, String> values) {
        Node value = node.resolved();
        if (value instanceof MappingNode mapping) {
            mapping.flattened()
                    .forEach((name, child) -> flatten(key.isEmpty() ? name : key + "." + name, child, values));
        } else if (value instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                flatten(key + "[" + i + "]", sequence.items().get(i), values);
            }
        } else if (value instanceof ScalarNode scalar && !scalar.value().isEmpty()) {
            values.put(key, scalar.value());
        }
    }
}
