package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines of keys and values: Java properties, environment files, ini and simple TOML, with their sections. Lines that are
 * something else, or that hold a block, are read as such.
 */
final class PropertyText {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<TextEntry> others = new ArrayList<>();
    private final Set<String> sections = new HashSet<>();
    private String section = "";

    private PropertyText() {}

    /** Whether a line holds a key without blanks, and a value. */
    static boolean isKeyed(String line) {
        int end = endOfKey(line);
        return line.startsWith("[") || end > 0 && line.substring(0, end).strip().indexOf(' ') < 0;
    }

    static List<TextEntry> entries(String text) {
        PropertyText properties = new PropertyText();
        Comments.contentLines(text).forEach(properties::line);
        List<TextEntry> entries = new ArrayList<>();
        properties.values.forEach((key, value) -> entries.add(new TextEntry(key, value, properties.values)));
        entries.addAll(properties.others);
        return entries;
    }

    private void line(String line) {
        int end = endOfKey(line);
        String key = end < 0 ? "" : line.substring(0, end).strip();
        String name = key.startsWith("export ") ? key.substring("export ".length()) : key;
        if (line.startsWith("[") && line.endsWith("]")) {
            open(line.replace("[", "").replace("]", "").strip());
        } else if (name.isEmpty() || name.indexOf(' ') >= 0 || isItem(line) || holdsBlock(line.substring(end + 1))) {
            other(line);
        } else {
            values.put(section + name, unquoted(line.substring(end + 1).strip()));
        }
    }

    /** Sections of one name are told apart: what stands in one is not beside what stands in another. */
    private void open(String name) {
        int number = 0;
        String unique = name;
        while (!sections.add(unique)) {
            unique = name + "[" + ++number + "]";
        }
        section = unique + ".";
    }

    private void other(String line) {
        Map<String, String> beside = new HashMap<>();
        for (TextEntry entry : BlockText.entries(line)) {
            boolean named = !entry.key().isEmpty();
            String key = named ? section + entry.key() : "";
            if (named && entry.siblings().size() == 1) {
                values.putIfAbsent(key, entry.value());
            } else {
                entry.siblings().forEach((each, value) -> beside.put(section + each, value));
                others.add(new TextEntry(key, entry.value(), beside));
            }
        }
    }

    /** {@code "kafka:9092",} of a list that goes on. */
    private static boolean isItem(String line) {
        return line.startsWith("\"") && line.indexOf('=') < 0;
    }

    /** Not the braces of a placeholder. */
    private static boolean holdsBlock(String value) {
        String stripped = value.strip();
        int end = stripped.length();
        while (end > 0 && (stripped.charAt(end - 1) == ',' || stripped.charAt(end - 1) == ';')) {
            end--;
        }
        String text = stripped.substring(0, end);
        return text.startsWith("{") && text.endsWith("}") || text.startsWith("[") && text.indexOf('{') > 0;
    }

    /** The first {@code =} or {@code :}, as Java properties have it; an escaped one is part of the key. */
    private static int endOfKey(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '=' || c == ':') {
                return i;
            }
        }
        return -1;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return (quoted ? value.substring(1, value.length() - 1) : value).replace("\\:", ":");
    }
}
