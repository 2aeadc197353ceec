package io.github.meshready.smi.report;

import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.gate.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The problems that count, as the console shows them: of each rule the first ones and how many more there are, so that one habit
 * of a large application does not push everything else out of sight. {@code mesh.json} and the reports for CI have them all.
 */
public final class OpenFindings {

    private static final int ERRORS_SHOWN = 100;
    private static final int WARNINGS_SHOWN = 20;

    private final Judgement judgement;

    public OpenFindings(Judgement judgement) {
        this.judgement = judgement;
    }

    /** Those that are errors, or reach what fails the build. */
    public List<String> errors() {
        return shown(this::isError, ERRORS_SHOWN);
    }

    /** The other ones, notes left out. */
    public List<String> warnings() {
        return shown(finding -> !isError(finding) && finding.severity() != Severity.INFO, WARNINGS_SHOWN);
    }

    private boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR || judgement.failOn().isReachedBy(finding.severity());
    }

    private List<String> shown(Predicate<Finding> wanted, int most) {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> found = new TreeMap<>();
        for (Finding finding : judgement.open()) {
            if (wanted.test(finding) && found.merge(finding.rule(), 1, Integer::sum) <= most) {
                lines.add(FindingText.of(finding));
            }
        }
        found.forEach((rule, number) -> {
            if (number > most) {
                lines.add(rule + ": " + Count.of(number - most, "more finding") + ", in mesh.json");
            }
        });
        return lines;
    }
}
