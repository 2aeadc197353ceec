package io.github.meshready.smi.report;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Finding;
import java.util.ArrayList;
import java.util.List;

/** A finding as the console shows it: what and where, what happens, what to do. */
public final class FindingText {

    private static final String INDENT = "  ";

    private FindingText() {}

    /** Several lines, the first with file, line and column in the form that terminals make a link of. */
    public static String of(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(head(finding));
        lines.add(INDENT + finding.message() + ": " + finding.consequence());
        lines.add(INDENT + "fix: " + finding.fix());
        finding.snippet().forEach(line -> lines.add(INDENT + INDENT + line));
        // Each line by itself: a line break within a value must not start a line of its own, which CI may obey.
        return String.join(
                System.lineSeparator(), lines.stream().map(Printable::line).toList());
    }

    /** One line: what and where. */
    public static String brief(Finding finding) {
        return Printable.line(head(finding) + ": " + finding.message());
    }

    private static String head(Finding finding) {
        String place = finding.location().map(location -> INDENT + location).orElse("");
        return finding.rule() + INDENT + finding.severity() + place + INDENT + finding.object();
    }
}
