package io.github.meshready.smi.verify.gate;

import io.github.meshready.smi.manifest.NearestName;
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
                .min(Comparator.comparingInt(id -> NearestName.distance(text.toUpperCase(Locale.ROOT), id)))
                .orElse("");
    }
}
