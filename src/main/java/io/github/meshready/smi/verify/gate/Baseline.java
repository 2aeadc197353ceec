package io.github.meshready.smi.verify.gate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The findings that a team knows of and has not mended yet.
 *
 * @param entries sorted
 */
public record Baseline(List<BaselineEntry> entries) {

    /** No finding is known. */
    public static final Baseline EMPTY = new Baseline(List.of());

    public Baseline {
        entries = entries.stream()
                .sorted(Comparator.comparing(BaselineEntry::rule)
                        .thenComparing(BaselineEntry::object)
                        .thenComparing(BaselineEntry::message)
                        .thenComparing(BaselineEntry::fingerprint))
                .toList();
    }

    /** What is in the way today: everything that is not suppressed. */
    public static Baseline of(Judgement judgement) {
        return new Baseline(judgement.findings().stream()
                .filter(judged -> judged.standing() != Standing.SUPPRESSED)
                .map(judged -> new BaselineEntry(
                        judged.fingerprint(),
                        judged.finding().rule(),
                        judged.finding().severity(),
                        judged.finding().object(),
                        judged.finding().message()))
                .toList());
    }

    /** What came and went, in words. */
    public String changesSince(Baseline before) {
        Set<String> then = before.byFingerprint().keySet();
        return entries.size() + " known (" + without(then).size() + " added, "
                + before.without(byFingerprint().keySet()).size() + " removed)";
    }

    /** By fingerprint. */
    Map<String, BaselineEntry> byFingerprint() {
        Map<String, BaselineEntry> known = new HashMap<>();
        entries.forEach(entry -> known.put(entry.fingerprint(), entry));
        return known;
    }

    /** Those that are no longer found. */
    List<BaselineEntry> without(Set<String> fingerprints) {
        return entries.stream()
                .filter(entry -> !fingerprints.contains(entry.fingerprint()))
                .toList();
    }
}
