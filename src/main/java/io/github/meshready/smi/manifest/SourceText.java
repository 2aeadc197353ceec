package io.github.meshready.smi.manifest;

import java.util.Arrays;

/** The text of one file and where its lines begin. Offsets are indexes into {@link #text()}. */
public final class SourceText {

    private final String name;
    private final String text;
    private final int[] lineStarts;

    /**
     * @param name path as shown to people
     * @param text the whole text, a byte order mark included
     */
    public SourceText(String name, String text) {
        this(name, text, lineStarts(text));
    }

    private SourceText(String name, String text, int[] lineStarts) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts;
    }

    /** The same text under another name. */
    SourceText renamed(String newName) {
        return new SourceText(newName, text, lineStarts);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public Location locate(int offset) {
        int line = lineOf(offset);
        return new Location(name, line + 1, 1 + text.codePointCount(lineStarts[line], offset));
    }

    /** Offset of the first character of the line that holds {@code offset}. */
    public int lineStart(int offset) {
        return lineStarts[lineOf(offset)];
    }

    /** Offset just behind the last character of the line that holds {@code offset}, in front of its line break. */
    public int lineEnd(int offset) {
        int end = offset;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The line break in use where {@code offset} is: that of its line, else of the line before, else a line feed. */
    public String lineBreak(int offset) {
        int end = lineEnd(offset);
        if (end == text.length()) {
            int line = lineOf(offset);
            if (line == 0) {
                return "\n";
            }
            end = lineEnd(lineStarts[line - 1]);
        }
        if (text.charAt(end) == '\n') {
            return "\n";
        }
        return end + 1 < text.length() && text.charAt(end + 1) == '\n' ? "\r\n" : "\r";
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
