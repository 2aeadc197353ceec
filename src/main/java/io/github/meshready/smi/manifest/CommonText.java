package io.github.meshready.smi.manifest;

import java.util.Arrays;

/** The characters of one document and how far {@link CommonTreeReader} has come; NUL, which no text holds, stands behind them. */
final class CommonText {

    /** Characters that are looked at behind the current one. */
    private static final int LOOK_AHEAD = 3;

    private final String source;
    private char[] text = new char[0];
    private int base;
    private int at;
    private int lineStart;

    /** @param source the whole file; only line feeds end lines in it */
    CommonText(String source) {
        this.source = source;
    }

    /** Goes to the first character of a part of the file. */
    void open(int start, int end) {
        int length = end - start;
        if (text.length < length + LOOK_AHEAD) {
            text = new char[length + LOOK_AHEAD + text.length / 2];
        }
        source.getChars(start, end, text, 0);
        Arrays.fill(text, length, length + LOOK_AHEAD, '\0');
        base = start;
        at = 0;
        lineStart = 0;
    }

    /** The current character; NUL at the end. */
    char peek() {
        return text[at];
    }

    /** A character that far behind the current one. */
    char peek(int ahead) {
        return text[at + ahead];
    }

    void skip(int count) {
        at += count;
    }

    /** The current character's place in the file. */
    int offset() {
        return base + at;
    }

    /** Goes to a place in the file. */
    void moveTo(int offset) {
        at = offset - base;
    }

    /** How many characters stand in front of the current one on its line. */
    int column() {
        return at - lineStart;
    }

    String substring(int start, int end) {
        return source.substring(start, end);
    }

    /** Whether the file holds a text at some place. */
    boolean holds(String wanted, int offset) {
        return source.startsWith(wanted, offset);
    }

    /** Whether a character ends what stands in front of it: a space, the line's end or the document's. */
    static boolean isGap(char c) {
        return c == ' ' || c == '\n' || c == '\0';
    }

    void skipSpaces() {
        while (text[at] == ' ') {
            at++;
        }
    }

    /** Goes behind the line. */
    void skipLine() {
        while (text[at] != '\n' && text[at] != '\0') {
            at++;
        }
        if (text[at] == '\n') {
            at++;
        }
    }

    /** Whether nothing more stands on the line but a comment; spaces are skipped. */
    boolean isLineDone() {
        int before = at;
        skipSpaces();
        char c = text[at];
        return c == '\n' || c == '\0' || c == '#' && at > before;
    }

    /** Goes behind the line, on which nothing but a comment may follow. */
    void endLine() {
        if (!isLineDone()) {
            throw new UncommonYaml();
        }
        skipLine();
    }

    /** Goes to the next line that holds more than a comment and says how far it is indented; -1 at the end. */
    int nextContent() {
        while (true) {
            lineStart = at;
            skipSpaces();
            switch (text[at]) {
                case '\n' -> at++;
                case '#' -> skipLine();
                case '\t' -> throw new UncommonYaml();
                case '\0' -> {
                    return -1;
                }
                default -> {
                    return column();
                }
            }
        }
    }

    /** Skips what may stand between the parts of a collection in braces or brackets: spaces, line ends, comments. */
    void skipFlowGap() {
        int before = at;
        while (true) {
            skipSpaces();
            if (text[at] == '\n') {
                at++;
                lineStart = at;
            } else if (text[at] == '#' && (at > before || at == lineStart)) {
                skipLine();
                lineStart = at;
            } else {
                return;
            }
        }
    }
}
