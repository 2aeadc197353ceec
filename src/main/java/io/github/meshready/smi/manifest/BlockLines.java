package io.github.meshready.smi.manifest;

/** Reads the lines of a block of text as the parser does (SnakeYAML 2.7, ScannerImpl.scanBlockScalar). */
final class BlockLines {

    private final CommonText text;
    private final boolean folded;
    private final int leastIndent;

    private final StringBuilder value = new StringBuilder();

    /** Empty lines since the last one that was not; they belong to the text only if another follows. */
    private int emptyLines;

    /**
     * @param text at the first line
     * @param folded whether line ends become spaces
     * @param leastIndent spaces in front of each line of the text at least
     */
    BlockLines(CommonText text, boolean folded, int leastIndent) {
        this.text = text;
        this.folded = folded;
        this.leastIndent = Math.max(1, leastIndent);
    }

    /**
     * The text; goes to the first line that is no part of it.
     *
     * @param chomping {@code -} without the last line end, {@code +} with all of them, else with one
     */
    String read(char chomping) {
        int indent = firstIndent();
        String lineBreak = "";
        while (isAt(indent)) {
            addEmptyLines();
            text.skip(indent);
            boolean flush = !isBlank(text.peek());
            int start = text.offset();
            while (text.peek() != '\n' && text.peek() != '\0') {
                text.skip(1);
            }
            value.append(text.substring(start, text.offset()));
            lineBreak = text.peek() == '\n' ? "\n" : "";
            text.skip(lineBreak.length());
            skipEmptyLines(indent);
            if (!isAt(indent)) {
                break;
            }
            if (folded && flush && !isBlank(text.peek(indent))) {
                value.append(emptyLines == 0 ? " " : "");
            } else {
                value.append(lineBreak);
            }
        }
        if (chomping != '-') {
            value.append(lineBreak);
        }
        if (chomping == '+') {
            addEmptyLines();
        }
        return value.toString();
    }

    /** The indentation of the first line that is not empty; an empty one that is longer is left to the parser. */
    private int firstIndent() {
        int longest = 0;
        while (true) {
            int spaces = 0;
            while (text.peek(spaces) == ' ') {
                spaces++;
            }
            if (text.peek(spaces) != '\n') {
                if (longest > spaces || text.peek(spaces) == '\0') {
                    throw new UncommonYaml();
                }
                return Math.max(leastIndent, spaces);
            }
            longest = Math.max(longest, spaces);
            text.skip(spaces + 1);
            emptyLines++;
        }
    }

    /** Whether the current line is indented far enough and there is something on it. */
    private boolean isAt(int indent) {
        for (int i = 0; i < indent; i++) {
            if (text.peek(i) != ' ') {
                return false;
            }
        }
        return text.peek(indent) != '\0';
    }

    /** Lines of no more than the indentation. */
    private void skipEmptyLines(int indent) {
        while (true) {
            int spaces = 0;
            while (spaces < indent && text.peek(spaces) == ' ') {
                spaces++;
            }
            if (text.peek(spaces) != '\n') {
                return;
            }
            text.skip(spaces + 1);
            emptyLines++;
        }
    }

    private void addEmptyLines() {
        value.append("\n".repeat(emptyLines));
        emptyLines = 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
