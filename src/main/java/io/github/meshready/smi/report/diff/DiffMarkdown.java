package io.github.meshready.smi.report.diff;

import io.github.meshready.smi.diff.Change;
import io.github.meshready.smi.diff.Passage;
import io.github.meshready.smi.report.Markdown;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What differs, as a table for a pull request. */
public final class DiffMarkdown {

    /** Words near the start of every such file, by which it is known. */
    public static final String MARK = "Written by smi-maven-plugin (smi:diff)";

    private static final List<String> HEADER =
            List.of("change", "where", "from", "to", "port", "allowed now", "no longer");

    private final Comparison comparison;

    public DiffMarkdown(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The text in UTF-8, the same on every machine. */
    public byte[] bytes() {
        Markdown text = new Markdown();
        text.paragraph("<!-- " + MARK + "; the next run overwrites it. -->");
        text.heading(2, comparison.result().isWidened() ? "Access in the mesh grows" : "Access in the mesh");
        text.paragraph(Markdown.words(comparison.summary()) + ".");
        text.paragraph(
                "Compared: " + Markdown.code(comparison.from()) + " and now " + Markdown.code(comparison.to()) + ".");
        if (!comparison.modes().isEmpty()) {
            text.paragraph(comparison.modes() + ".");
        }
        if (!comparison.result().changes().isEmpty()) {
            text.table(
                    HEADER,
                    comparison.result().changes().stream()
                            .map(DiffMarkdown::row)
                            .toList());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(Change change) {
        return List.of(
                change.kind() + (change.isWidened() ? ", **wider**" : ""),
                change.door().kind().toString(),
                Markdown.code(change.door().from()),
                Markdown.code(change.door().to()),
                Markdown.code(change.door().port()),
                cell(change.added(), Comparison.ADDED),
                cell(change.removed(), Comparison.REMOVED));
    }

    private static String cell(List<Passage> passages, String otherwise) {
        return passages.isEmpty()
                ? "–"
                : passages.stream()
                        .map(passage -> Markdown.code(Comparison.words(passage, otherwise)))
                        .collect(Collectors.joining("<br>"));
    }
}
