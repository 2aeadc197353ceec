package io.github.meshready.smi.report;

import io.github.meshready.smi.manifest.Printable;
import java.util.List;

/**
 * A Markdown text under construction. Values from manifests go in through {@link #code} and {@link #words} or in
 * commands only; none of them can end its span, cell or block, or be taken for HTML (CommonMark 0.31, GFM 0.29).
 */
public final class Markdown {

    private static final int SHOWN = 20;
    private static final String SPECIAL = "\\`*_{}[]<>()#+!|~&$@:";

    private final StringBuilder text = new StringBuilder();

    /** A heading of ours. */
    public Markdown heading(int level, String words) {
        return paragraph("#".repeat(level) + " " + words);
    }

    /** A paragraph of ours, in which values are spans already. */
    public Markdown paragraph(String words) {
        text.append(Printable.line(words)).append("\n\n");
        return this;
    }

    /** A list, of which each item is text of ours, in which values are spans already. */
    public Markdown list(List<String> items) {
        items.forEach(item -> text.append("- ").append(Printable.line(item)).append('\n'));
        return end(items);
    }

    /** The first items of a list, and how many more the report has. */
    public Markdown some(List<String> items) {
        list(items.stream().limit(SHOWN).toList());
        return items.size() > SHOWN ? paragraph("And " + (items.size() - SHOWN) + " more, in `mesh.json`.") : this;
    }

    /** A table of which the cells are ours, in which values are spans already. */
    public Markdown table(List<String> header, List<List<String>> rows) {
        row(header);
        row(header.stream().map(cell -> "---").toList());
        rows.forEach(this::row);
        return end(header);
    }

    private void row(List<String> cells) {
        text.append('|');
        cells.forEach(cell -> text.append(' ').append(Printable.line(cell)).append(" |"));
        text.append('\n');
    }

    /** Commands to copy, each on a line of its own. */
    public Markdown commands(List<String> commands) {
        if (commands.isEmpty()) {
            return this;
        }
        String fence = "`".repeat(Math.max(3, longestRun(String.join("\n", commands)) + 1));
        text.append(fence).append("sh\n");
        commands.forEach(command -> text.append(Printable.line(command)).append('\n'));
        text.append(fence).append("\n\n");
        return this;
    }

    private Markdown end(List<?> parts) {
        if (!parts.isEmpty()) {
            text.append('\n');
        }
        return this;
    }

    /** A value in a code span. In a cell GFM takes a bar for the cell's end even there, so it is escaped as a character. */
    public static String code(String value) {
        String shown = Printable.text(value).replace("|", "\\u007c");
        if (shown.isBlank()) {
            return "(empty)";
        }
        String fence = "`".repeat(longestRun(shown) + 1);
        String pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
        return fence + pad + shown + pad + fence;
    }

    /** Several values, each in a code span. */
    public static String codes(List<String> values) {
        return String.join(", ", values.stream().map(Markdown::code).toList());
    }

    /** Words that hold values, with nothing in them that Markdown reads. */
    public static String words(String words) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Printable.line(words).toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    private static int longestRun(String value) {
        int longest = 0;
        int run = 0;
        for (char c : value.toCharArray()) {
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
