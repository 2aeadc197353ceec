package io.github.meshready.smi.report;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Finding;
import java.util.stream.Collectors;

/** A finding as the console shows it: what and where, what happens, what to do. */
public final class FindingText {

    private FindingText() {}

    /** Several lines, the first with file, line and column in the form that terminals make a link of. */
    public static String of(Finding finding) {
        String place = finding.location().map(location -> "  " + location).orElse("");
        String head = finding.rule() + "  " + finding.severity() + place + "  " + finding.object();
        String body = "  " + finding.message() + ": " + finding.consequence();
        String fix = "  fix: " + finding.fix();
        return (head + "\n" + body + "\n" + fix)
                .lines()
                .map(Printable::line)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** One line: what and where. */
    public static String brief(Finding finding) {
        String place = finding.location().map(location -> "  " + location).orElse("");
        return Printable.line(finding.rule() + "  " + finding.severity() + place + "  " + finding.object() + ": "
                + finding.message());
    }
}
