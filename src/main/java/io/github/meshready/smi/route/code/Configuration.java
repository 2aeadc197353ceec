package io.github.meshready.smi.route.code;

import io.github.meshready.smi.module.RelaxedName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The configuration of a module, as far as it decides about paths. Keys are found in any spelling that frameworks take. */
final class Configuration {

    /** Placeholders in values of placeholders; nobody writes as many, but for a circle. */
    private static final int MAX_DEPTH = 16;

    private final Map<String, String> values = new HashMap<>();
    private final TreeMap<String, String> written;
    private final SortedSet<String> untold = new TreeSet<>();

    /** @param values the values by key, of the profiles that are active */
    Configuration(Map<String, String> values) {
        this.written = new TreeMap<>(values);
        written.forEach((key, value) -> this.values.put(RelaxedName.of(key), value));
    }

    /** The value of the first of these keys that is set, as it is written. */
    Optional<String> written(String... keys) {
        return Stream.of(keys)
                .map(key -> values.get(RelaxedName.of(key)))
                .filter(value -> value != null)
                .findFirst();
    }

    /** The value of the first of these keys that is set, filled in; else, and where that is not possible, the empty text. */
    String text(String... keys) {
        Optional<String> value = written(keys);
        Optional<String> filled = value.flatMap(this::filled);
        if (value.isPresent() && filled.isEmpty()) {
            untold.add(keys[0]);
        }
        return filled.orElse("");
    }

    /** The keys that were asked for whose values have placeholders that nothing fills. */
    SortedSet<String> untold() {
        return untold;
    }

    /** Whether any key begins so. */
    boolean hasBelow(String prefix) {
        String first = written.ceilingKey(prefix);
        return first != null && first.startsWith(prefix);
    }

    /** A text with its placeholders, {@code ${shop.base:/books}}, filled in; nothing if one has no value. */
    Optional<String> filled(String text) {
        return filled(text, 0);
    }

    private Optional<String> filled(String text, int depth) {
        int start = text.lastIndexOf("${"); // inner ones first
        if (start < 0) {
            return Optional.of(text);
        }
        int end = end(text, start + 2);
        if (end < 0 || depth > MAX_DEPTH) {
            return Optional.empty();
        }
        String name = text.substring(start + 2, end);
        int colon = name.indexOf(':');
        String key = colon < 0 ? name : name.substring(0, colon);
        Optional<String> value = Optional.ofNullable(values.get(RelaxedName.of(key)))
                .or(() -> colon < 0 ? Optional.empty() : Optional.of(name.substring(colon + 1)));
        return value.flatMap(each -> filled(text.substring(0, start) + each + text.substring(end + 1), depth + 1));
    }

    /** Where the brace closes that was opened before: a default may have braces of its own, {@code ${shop.path:/books/{id}}}. */
    private static int end(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        return -1;
    }
}
