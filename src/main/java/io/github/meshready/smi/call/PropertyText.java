package io.github.meshready.smi.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Lines of keys and values: Java properties, environment files, ini and simple TOML, with their sections. */
final class PropertyText {

    private PropertyText() {}

    /** The lines that say something. */
    static Stream<String> contentLines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .filter(line -> !line.startsWith("#")
                        && !line.startsWith("!")
                        && !line.startsWith("//")
                        && !line.startsWith(";"));
    }

    /** Whether a line holds a key without blanks, and a value. */
    static boolean isKeyed(String line) {
        int end = endOfKey(line);
        return line.startsWith("[") || end > 0 && line.substring(0, end).strip().indexOf(' ') < 0;
    }

    static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        String section = "";
        for (String line : contentLines(text).toList()) {
            int end = endOfKey(line);
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.replace("[", "").replace("]", "").strip() + ".";
            } else if (end > 0) {
                String key = line.substring(0, end).strip();
                String name = key.startsWith("export ") ? key.substring("export ".length()) : key;
                values.put(section + name, unquoted(line.substring(end + 1).strip()));
            }
        }
        return values;
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
