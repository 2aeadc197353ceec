package io.github.meshready.smi.report.ci;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.report.Count;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.gate.Judgement;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings as commands in the log, of which a CI system makes annotations. Errors and warnings only, and of each no more than
 * are shown: GitHub drops what goes beyond ten of a kind in a step, without a word.
 */
public final class LogCommands {

    private static final int SHOWN = 10;

    private final Judgement judgement;
    private final Places places;

    public LogCommands(Judgement judgement, Places places) {
        this.judgement = judgement;
        this.places = places;
    }

    /** How a CI system writes its commands. */
    sealed interface Form permits GithubForm, AzureForm {

        /** A line that annotates a place. */
        String annotation(Finding finding, Places places, String text);

        /** A line that is about no place. */
        String remark(String text);
    }

    /** Workflow commands of GitHub Actions. */
    public List<String> forGithub() {
        return lines(new GithubForm());
    }

    /** Logging commands of Azure Pipelines. */
    public List<String> forAzure() {
        return lines(new AzureForm());
    }

    private List<String> lines(Form form) {
        List<String> lines = new ArrayList<>();
        List<String> more = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            List<Finding> found = judgement.open().stream()
                    .filter(finding -> finding.severity() == severity)
                    .toList();
            found.stream()
                    .limit(SHOWN)
                    .map(finding -> form.annotation(finding, places, text(finding)))
                    .forEach(lines::add);
            if (found.size() > SHOWN) {
                more.add(Count.of(found.size() - SHOWN, "more " + severity));
            }
        }
        if (!more.isEmpty()) {
            lines.add(form.remark("smi:verify: " + String.join(" and ", more) + " in the log and in mesh.json"));
        }
        return lines;
    }

    private static String text(Finding finding) {
        return Printable.line(finding.object() + ": " + finding.message() + ": " + finding.consequence()) + "\n"
                + Printable.line("fix: " + finding.fix());
    }
}
