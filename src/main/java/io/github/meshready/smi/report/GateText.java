package io.github.meshready.smi.report;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.gate.BaselineEntry;
import io.github.meshready.smi.verify.gate.Judged;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.gate.Standing;
import io.github.meshready.smi.verify.gate.Suppression;
import io.github.meshready.smi.verify.gate.SuppressionUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What does not count and why, so that nothing is hidden without a word. */
public final class GateText {

    private static final int SHOWN = 20;

    private final Judgement judgement;

    public GateText(Judgement judgement) {
        this.judgement = judgement;
    }

    /** What is switched off, suppressed, known and fixed, to be shown at info level. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!judgement.off().isEmpty()) {
            List<String> rules = judgement.off().stream()
                    .map(Finding::rule)
                    .distinct()
                    .sorted()
                    .toList();
            lines.add("Switched off by <severities>: "
                    + Count.of(judgement.off().size(), "finding") + " of " + String.join(", ", rules));
        }
        List<Judged> suppressed = judgement.findings().stream()
                .filter(judged -> judged.standing() == Standing.SUPPRESSED)
                .toList();
        section(
                lines,
                "Suppressed",
                suppressed.stream().map(GateText::suppressed).toList());
        int known = judgement.findings(Standing.KNOWN).size();
        if (known > 0) {
            lines.add("Known by the baseline: " + Count.of(known, "finding") + ", in mesh.json");
        }
        section(
                lines,
                "Fixed since the baseline",
                judgement.fixed().stream()
                        .flatMap(List::stream)
                        .map(GateText::fixed)
                        .toList());
        return lines.stream().map(Printable::line).toList();
    }

    /** What does not count, in one line; empty if everything does. */
    public Optional<String> summary() {
        List<String> hidden = new ArrayList<>();
        count(hidden, judgement.findings(Standing.SUPPRESSED).size(), "suppressed");
        count(hidden, judgement.findings(Standing.KNOWN).size(), "known by the baseline");
        count(hidden, judgement.off().size(), "switched off");
        return hidden.isEmpty()
                ? Optional.empty()
                : Optional.of("Findings that do not count: " + String.join(", ", hidden) + "; smi:verify lists them");
    }

    private static void count(List<String> hidden, int number, String how) {
        if (number > 0) {
            hidden.add(number + " " + how);
        }
    }

    private static void section(List<String> lines, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add(title + ": " + Count.of(entries.size(), "finding"));
            entries.stream().limit(SHOWN).map(entry -> "  " + entry).forEach(lines::add);
        }
        if (entries.size() > SHOWN) {
            lines.add("  and " + (entries.size() - SHOWN) + " more, in mesh.json");
        }
    }

    private static String suppressed(Judged judged) {
        Suppression by = judged.suppression().orElseThrow();
        String until = by.until().map(last -> "until " + last + ": ").orElse("");
        return FindingText.brief(judged.finding()) + " (" + until + Printable.text(by.reason()) + ")";
    }

    private static String fixed(BaselineEntry entry) {
        return entry.rule() + "  " + Printable.text(entry.object()) + ": " + Printable.text(entry.message());
    }

    /** Suppressions that do nothing any more, to be shown as warnings. */
    public List<String> warnings() {
        Stream<String> expired = judgement.suppressions().stream()
                .filter(SuppressionUse::expired)
                .map(use -> "The suppression of " + use.suppression().described() + " ended on "
                        + use.suppression().until().orElseThrow() + " and "
                        + (use.isUnused()
                                ? "matches no finding: remove it"
                                : "no longer suppresses " + Count.of(use.matches(), "finding")));
        Stream<String> unused = judgement.suppressions().stream()
                .filter(use -> use.isUnused() && !use.expired())
                .map(use -> "The suppression of " + use.suppression().described()
                        + " matches no finding: remove it, before it hides a new one");
        return Stream.concat(expired, unused).map(Printable::line).toList();
    }
}
