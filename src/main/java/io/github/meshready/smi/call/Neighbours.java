package io.github.meshready.smi.call;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What stands beside a text, by key, and by what is the same for {@code DB_HOST}, {@code db.host}, {@code db-host} and {@code dbHost}. */
final class Neighbours {

    static final Neighbours NONE = new Neighbours(Map.of());

    private final Map<String, String> values;
    private Map<String, String> byPlainKey;

    Neighbours(Map<String, String> values) {
        this.values = values;
    }

    Map<String, String> values() {
        return values;
    }

    /** The first value whose key comes to this. */
    Optional<String> withPlainKey(String wanted) {
        if (byPlainKey == null) {
            byPlainKey = new HashMap<>();
            values.forEach((key, value) -> byPlainKey.putIfAbsent(plain(key), value));
        }
        return Optional.ofNullable(byPlainKey.get(wanted));
    }

    /** The letters and digits of a key, in small letters. */
    static String plain(String key) {
        StringBuilder plain = new StringBuilder(key.length());
        String lower = key.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (Character.isLetterOrDigit(lower.charAt(i))) {
                plain.append(lower.charAt(i));
            }
        }
        return plain.toString();
    }
}
