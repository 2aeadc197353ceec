package io.github.meshready.smi.route.regex;

import io.github.meshready.smi.route.regex.Regex.Anchor;
import io.github.meshready.smi.route.regex.Regex.Chars;
import io.github.meshready.smi.route.regex.Regex.Choice;
import io.github.meshready.smi.route.regex.Regex.Group;
import io.github.meshready.smi.route.regex.Regex.Repeat;
import io.github.meshready.smi.route.regex.Regex.Sequence;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes expressions so that RE2 and JavaScript read the same. */
public final class RegexText {

    private static final String SPECIAL = "\\.+*?()|[]{}^$";

    private RegexText() {}

    public static String of(Regex regex) {
        if (regex instanceof Chars chars) {
            return chars(chars.set());
        }
        if (regex instanceof Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> item instanceof Choice ? "(?:" + of(item) + ")" : of(item))
                    .collect(Collectors.joining());
        }
        if (regex instanceof Choice choice) {
            return choice.options().stream().map(RegexText::of).collect(Collectors.joining("|"));
        }
        if (regex instanceof Repeat repeat) {
            return repeat(repeat);
        }
        if (regex instanceof Group group) {
            return "(" + of(group.item()) + ")";
        }
        return ((Anchor) regex).isStart() ? "^" : "$";
    }

    private static String repeat(Repeat repeat) {
        Regex item = repeat.item();
        boolean single = item instanceof Chars || item instanceof Group;
        String text = single ? of(item) : "(?:" + of(item) + ")";
        int min = repeat.min();
        int max = repeat.max();
        if (max == Repeat.UNBOUNDED) {
            return text + (min == 0 ? "*" : min == 1 ? "+" : "{" + min + ",}");
        }
        return text + (min == 0 && max == 1 ? "?" : min == max ? "{" + min + "}" : "{" + min + "," + max + "}");
    }

    private static String chars(CharSet set) {
        if (set.equals(CharSet.ALL)) {
            return ".";
        }
        if (set.size() == 1 && !set.beyond()) {
            char c = (char) set.first();
            return SPECIAL.indexOf(c) >= 0 ? "\\" + c : c > ' ' && c < 0x7f ? String.valueOf(c) : hexadecimal(c);
        }
        return set.beyond() ? "[^" + ranges(set.not()) + "]" : "[" + ranges(set) + "]";
    }

    private static String ranges(CharSet set) {
        StringBuilder text = new StringBuilder();
        for (CharSet.Range range : set.ranges()) {
            text.append(bound(range.first()));
            if (range.last() > range.first()) {
                text.append(range.last() > range.first() + 1 ? "-" : "").append(bound(range.last()));
            }
        }
        return text.toString();
    }

    private static String bound(int symbol) {
        if (symbol <= ' ' || symbol >= 0x7f) {
            return hexadecimal(symbol);
        }
        return ("\\]^-[&".indexOf(symbol) >= 0 ? "\\" : "") + (char) symbol;
    }

    private static String hexadecimal(int symbol) {
        return String.format(Locale.ROOT, "\\x%02x", symbol);
    }
}
