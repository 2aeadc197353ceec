package io.github.meshready.smi.manifest;

import java.util.List;
import java.util.Optional;

/**
 * The text of one file and where its lines begin. Offsets are indexes into {@link #text()}. A place in a copy of another
 * file is named by its place in that one.
 */
public final class SourceText {

    private final String name;
    private final String text;
    private final LineStarts lines;
    private final CodePointOffsets codePoints;
    private final Optional<Provenance> provenance;

    /**
     * @param name path as shown to people
     * @param text the whole text, a byte order mark included
     */
    public SourceText(String name, String text) {
        this(name, text, LineStarts.of(text), new CodePointOffsets(text), Optional.empty());
    }

    private SourceText(
            String name, String text, LineStarts lines, CodePointOffsets codePoints, Optional<Provenance> provenance) {
        this.name = name;
        this.text = text;
        this.lines = lines;
        this.codePoints = codePoints;
        this.provenance = provenance;
    }

    /**
     * Reads a file's bytes.
     *
     * @throws InputException if they are no text that kubectl would read
     */
    public static SourceText decode(String name, byte[] bytes, Limits limits) {
        return new TextDecoder(name, limits.fileSize()).decode(bytes);
    }

    /** The same text in another file, which is a copy of this one. */
    SourceText copied(String newName) {
        Provenance from = provenance.orElseGet(() -> new Provenance(this, List.of()));
        return new SourceText(newName, text, lines, codePoints, Optional.of(from));
    }

    /** The same text, known to be a copy. */
    SourceText madeFrom(Provenance from) {
        return new SourceText(name, text, lines, codePoints, Optional.of(from));
    }

    /** The text that this is a copy of, if it is one. */
    public Optional<Provenance> provenance() {
        return provenance;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** Whether every line ends with a line feed alone, and no character stands in the text that YAML 1.1 takes for a line end. */
    boolean hasOnlyLineFeeds() {
        return lines.onlyLineFeeds();
    }

    /** Whether kubectl takes the file for JSON: it starts with a brace. */
    boolean isJson() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || i == 0 && c == '\uFEFF';
            if (!blank) {
                return c == '{';
            }
        }
        return false;
    }

    public Location locate(int offset) {
        if (provenance.isPresent()) {
            return provenance.get().source().locate(provenance.get().sourceOffset(offset));
        }
        int line = lines.lineOf(offset);
        return new Location(name, line + 1, 1 + codePoints.count(lines.start(line), offset));
    }

    /** The place as people know it where the column does not matter: {@code openapi.yaml:12}. */
    public String line(int offset) {
        return name + ":" + (lines.lineOf(offset) + 1);
    }

    /** How many characters stand in front of {@code offset} on its line, a byte order mark not counted. */
    int column(int offset) {
        int start = lineStart(offset);
        int mark = start == 0 && text.startsWith("\uFEFF") ? 1 : 0;
        return codePoints.count(start + mark, offset);
    }

    /** Offset of the first character of the line that holds {@code offset}. */
    public int lineStart(int offset) {
        return lines.start(lines.lineOf(offset));
    }

    /** Offset just behind the last character of the line that holds {@code offset}, in front of its line break. */
    public int lineEnd(int offset) {
        int end = offset;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Offset behind the last character of a value that is no line break: a block of text ends behind one. */
    int visibleEnd(Node value) {
        int end = value.end();
        while (end > value.start() && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The line break in use where {@code offset} is: that of its line, else of the line before, else a line feed. */
    public String lineBreak(int offset) {
        int end = lineEnd(offset);
        if (end == text.length()) {
            int line = lines.lineOf(offset);
            if (line == 0) {
                return "\n";
            }
            end = lineEnd(lines.start(line - 1));
        }
        if (text.charAt(end) == '\n') {
            return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
        }
        return end + 1 < text.length() && text.charAt(end + 1) == '\n' ? "\r\n" : "\r";
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
