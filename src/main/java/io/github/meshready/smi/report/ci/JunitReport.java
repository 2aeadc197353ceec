package io.github.meshready.smi.report.ci;

import io.github.meshready.smi.report.Count;
import io.github.meshready.smi.report.FindingText;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.RulePage;
import io.github.meshready.smi.verify.gate.Judged;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.gate.RuleIds;
import io.github.meshready.smi.verify.gate.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as test results: a test for each finding, so that each is listed, has a history and is shown as fixed when it is
 * gone; and one for each rule that nothing breaks, so that a clean run shows what was checked. As many tests fail as findings
 * fail the build.
 */
public final class JunitReport {

    private static final String SUITE = "smi:verify";

    /** Words near the start of every such file, by which it is known. */
    public static final String MARK = "<testsuites name=\"" + SUITE + "\"";

    private final Judgement judgement;
    private final RuleIds rules;
    private final Places places;

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private int tests;
    private int skipped;

    public JunitReport(Judgement judgement, RuleIds rules, Places places) {
        this.judgement = judgement;
        this.rules = rules;
        this.places = places;
    }

    /** The file, the same on every machine. */
    public byte[] bytes() throws IOException {
        lines.clear();
        names.clear();
        tests = 0;
        skipped = 0;
        for (String rule : rules.all()) {
            List<Judged> broken = judgement.findings().stream()
                    .filter(judged -> judged.finding().rule().equals(rule))
                    .toList();
            broken.forEach(this::add);
            if (broken.isEmpty()) {
                addSound(rule);
            }
        }
        long failures = judgement.findings().stream().filter(judgement::fails).count();
        String counts = " tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"0\" skipped=\"" + skipped
                + "\" time=\"0\">";
        String module = places.module().isEmpty() ? "" : " " + places.module();
        lines.add(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add(1, MARK + counts);
        lines.add(2, "  <testsuite name=\"" + XmlText.of(SUITE + module) + "\"" + counts);
        lines.add("  </testsuite>");
        lines.add("</testsuites>");
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void addSound(String rule) throws IOException {
        long off = judgement.off().stream()
                .filter(finding -> finding.rule().equals(rule))
                .count();
        String start = start(rule, RulePage.of(rule).title(), "");
        if (off == 0) {
            lines.add(start + "/>");
        } else {
            lines.add(start + ">");
            addSkipped("switched off by <severities>: " + Count.of(off, "finding"));
        }
    }

    private void add(Judged judged) {
        Finding finding = judged.finding();
        String file = places.file(finding)
                .map(name -> " file=\"" + XmlText.of(name) + "\"")
                .orElse("");
        lines.add(start(finding.rule(), finding.object() + ": " + finding.message(), file) + ">");
        if (judged.standing() == Standing.SUPPRESSED) {
            addSkipped("suppressed: " + judged.suppression().orElseThrow().reason());
        } else if (judged.standing() == Standing.KNOWN) {
            addSkipped("known by the baseline");
        } else {
            String tag = judgement.fails(judged) ? "failure" : "system-out";
            String what = judgement.fails(judged)
                    ? " type=\"" + finding.severity() + "\" message=\""
                            + XmlText.of(finding.message() + ": " + finding.consequence()) + "\""
                    : "";
            lines.add("      <" + tag + what + ">");
            FindingText.of(finding).lines().map(XmlText::of).forEach(lines::add);
            lines.add("      </" + tag + ">");
            lines.add("    </testcase>");
        }
    }

    private void addSkipped(String why) {
        skipped++;
        lines.add("      <skipped message=\"" + XmlText.of(why) + "\"/>");
        lines.add("    </testcase>");
    }

    /** Findings that are alike get numbers, as CI takes tests of one name for one. */
    private String start(String rule, String name, String more) {
        tests++;
        int number = names.merge(rule + name, 1, Integer::sum);
        String shown = number == 1 ? name : name + " (" + number + ")";
        return "    <testcase classname=\"smi." + rule + "\" name=\"" + XmlText.of(shown) + "\"" + more + " time=\"0\"";
    }
}
