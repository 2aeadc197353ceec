package io.github.meshready.smi.verify.gate;

import io.github.meshready.smi.manifest.Wildcard;
import io.github.meshready.smi.verify.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** The ids of all rules, which tell a name from a slip of the pen: what names no rule must not pass for "nothing found". */
public final class RuleIds {

    private final SortedSet<String> known = new TreeSet<>();

    public RuleIds(List<Rule> rules) {
        rules.forEach(rule -> known.add(rule.id()));
    }

    /** All ids, sorted. */
    public List<String> all() {
        return List.copyOf(known);
    }

    /** Whether an id, or a pattern such as {@code SMI-ID-*}, stands for a rule. */
    public boolean covers(Wildcard pattern) {
        return known.stream().anyMatch(pattern::matches);
    }

    /** The id or family of rules that is written most like a text. */
    public String nearest(String text) {
        SortedSet<String> candidates = new TreeSet<>(known);
        if (Wildcard.isPattern(text)) {
            known.forEach(id -> candidates.add(id.substring(0, id.lastIndexOf('-') + 1) + "*"));
        }
        return candidates.stream()
                .min(Comparator.comparingInt(id -> distance(text.toUpperCase(Locale.ROOT), id)))
                .orElse("");
    }

    /** How many characters have to be added, removed or replaced to make one text the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
