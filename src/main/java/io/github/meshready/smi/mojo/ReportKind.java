package io.github.meshready.smi.mojo;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The forms of findings that are written besides the log and {@code mesh.json}. */
enum ReportKind {
    SARIF,
    JUNIT,
    GITHUB,
    AZURE;

    static Set<ReportKind> of(List<String> texts) {
        Set<ReportKind> kinds = EnumSet.noneOf(ReportKind.class);
        for (String text : texts == null ? List.<String>of() : texts) {
            String wanted = text == null ? "" : text.strip();
            if (!wanted.isEmpty()) {
                kinds.add(one(wanted));
            }
        }
        return kinds;
    }

    private static ReportKind one(String text) {
        for (ReportKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        throw new ParameterException(
                "reports", "\"" + text + "\" is no form of report", "use some of: sarif, junit, github, azure");
    }
}
