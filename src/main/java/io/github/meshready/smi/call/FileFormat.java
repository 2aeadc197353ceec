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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Takes a file apart into keys and values, by its name and by what it looks like. */
final class FileFormat {

    private static final List<String> KEYED = List.of(".env", ".ini", ".toml", ".cfg");

    /** Whether a text is a JSON object. */
    private static boolean isObject(String text) {
        String stripped = text.strip();
        return stripped.startsWith("{\"") && stripped.endsWith("}");
    }

    /** The values of a file by key, one map for each document of it. */
    List<Map<String, String>> documents(String name, String text) {
        boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
        List<Map<String, String>> documents = yaml ? trees(text) : List.of();
        return documents.isEmpty() ? List.of(byKey(entries(name, text))) : documents;
    }

    private static Map<String, String> byKey(List<TextEntry> entries) {
        Map<String, String> values = new LinkedHashMap<>();
        entries.forEach(entry -> {
            boolean unique = !entry.key().isEmpty() && !values.containsKey(entry.key());
            values.put(unique ? entry.key() : entry.key() + "[" + values.size() + "]", entry.value());
        });
        return values;
    }

    /** The values of a file, each with its key. */
    Stream<Mention> parts(String name, Mention file) {
        List<TextEntry> entries = entries(name, file.value());
        boolean shown = ShownText.isOne(name, entries.stream().map(TextEntry::key));
        Evidence.Place place = shown ? Evidence.Place.CONTENT : file.place();
        Map<Map<String, String>, Neighbours> neighbours = new IdentityHashMap<>();
        return entries.stream()
                .map(entry -> file.part(
                        place,
                        entry.key(),
                        entry.value(),
                        neighbours.computeIfAbsent(entry.siblings(), Neighbours::new)));
    }

    /** The values of a variable that holds a whole document, each with its key; none of any other. */
    List<Mention> parts(Mention variable) {
        KeyHint hint = KeyHint.of(variable.key());
        String text = variable.value().strip();
        boolean several = text.indexOf('\n') >= 0 || isObject(text) || text.startsWith("[") && text.endsWith("]");
        if (!several || hint == KeyHint.SECRET || hint == KeyHint.INBOUND) {
            return List.of();
        }
        Map<Map<String, String>, Neighbours> named = new IdentityHashMap<>();
        return entries("x.yml", text).stream()
                .map(entry -> variable.part(
                        variable.place(),
                        below(variable, entry.key()),
                        entry.value(),
                        named.computeIfAbsent(entry.siblings(), siblings -> named(variable, siblings))))
                .toList();
    }

    private static String below(Mention variable, String key) {
        boolean item = key.isEmpty() || key.startsWith("[");
        return variable.key() + (item ? "" : ".") + key;
    }

    private static Neighbours named(Mention variable, Map<String, String> siblings) {
        Map<String, String> named = new HashMap<>();
        siblings.forEach((key, value) -> named.put(below(variable, key), value));
        return new Neighbours(named);
    }

    private static List<TextEntry> entries(String fileName, String text) {
        if (!text.strip().contains("\n") && !isObject(text) && !fileName.contains(".")) {
            return keyed(Map.of(fileName, text)); // a file of one value, named like a variable
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json") || isObject(text)) {
            Map<String, String> tree = tree(text);
            if (!tree.isEmpty()) {
                return keyed(tree);
            }
        }
        if (NginxText.isOne(text)) {
            return keyed(NginxText.values(text));
        }
        boolean properties = name.endsWith(".properties");
        if (properties || KEYED.stream().anyMatch(name::endsWith) || looksKeyed(text)) {
            return PropertyText.entries(properties ? text : Comments.without(text));
        }
        return BlockText.entries(text);
    }

    private static List<TextEntry> keyed(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> new TextEntry(entry.getKey(), entry.getValue(), values))
                .toList();
    }

    private static boolean looksKeyed(String text) {
        long lines = Comments.contentLines(text).count();
        long keyed = Comments.contentLines(text).filter(PropertyText::isKeyed).count();
        boolean blocks = Comments.contentLines(text).anyMatch(line -> line.endsWith("{"));
        return lines > 0 && keyed * 10 >= lines * 8 && !blocks;
    }

    private static Map<String, String> tree(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        trees(text).forEach(values::putAll);
        values.remove(""); // a text alone is no tree
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
            mapping.flattened().forEach((name, child) -> {
                if (!new HostPortForm().addresses(name).isEmpty()) {
                    values.put(key + "[" + values.size() + "]", name); // of servers with their weights
                }
                flatten(key.isEmpty() ? name : key + "." + name, child, values);
            });
        } else if (value instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                flatten(key + "[" + i + "]", sequence.items().get(i), values);
            }
        } else if (value instanceof ScalarNode scalar && !scalar.value().isEmpty()) {
            values.put(key, scalar.value());
        }
    }
}
