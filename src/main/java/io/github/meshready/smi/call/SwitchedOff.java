package io.github.meshready.smi.call;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a variable beside an address says that what would use it is off: {@code TRACING_ENABLED=false}. */
final class SwitchedOff {

    private static final Set<String> OFF = Set.of("false", "0", "no", "off");
    private static final Set<String> ON = Set.of("true", "1", "yes", "on");

    private SwitchedOff() {}

    static boolean isOne(Mention mention) {
        List<String> words = KeyHint.words(mention.key());
        return mention.siblings().values().entrySet().stream().anyMatch(entry -> {
            String value = entry.getValue().strip().toLowerCase(Locale.ROOT);
            return OFF.contains(value) && isSwitchOf(words, entry.getKey(), "ENABLED")
                    || ON.contains(value) && isSwitchOf(words, entry.getKey(), "DISABLED");
        });
    }

    /** The switch of a feature is named as all that belongs to it begins. */
    private static boolean isSwitchOf(List<String> words, String key, String last) {
        List<String> of = KeyHint.words(key);
        int size = of.size() - 1;
        return size > 0
                && size < words.size()
                && of.get(size).equals(last)
                && words.subList(0, size).equals(of.subList(0, size));
    }
}
