package io.github.meshready.smi.call;

import java.util.stream.Stream;

/** Takes the comments out of a text whose language is not known; what might not be one stays. */
final class Comments {

    private Comments() {}

    /** The text without any comments, lines that continue the one before joined to it. */
    static String without(String text) {
        StringBuilder code = new StringBuilder();
        String open = withoutBlocks(withoutBlocks(text, "<!--", "-->"), "/*", "*/");
        contentLines(open).forEach(line -> code.append(withoutTail(line)).append('\n'));
        return code.toString();
    }

    /** The lines that say something. */
    static Stream<String> contentLines(String text) {
        return joined(text).lines().map(String::strip).filter(line -> !line.isEmpty() && !isComment(line));
    }

    private static boolean isComment(String line) {
        return switch (line.charAt(0)) {
            case '#', '!', ';' -> true;
            case '/' -> line.startsWith("//");
            case '-' -> line.startsWith("-- ");
            default -> false;
        };
    }

    /** A line that ends in a backslash goes on in the next one. */
    private static String joined(String text) {
        return text.indexOf("\\\n") < 0 && text.indexOf("\\\r") < 0 ? text : text.replaceAll("\\\\\r?\n[ \t]*+", "");
    }

    /** A glob, {@code /api/*}, opens none. */
    private static String withoutBlocks(String text, String opening, String closing) {
        StringBuilder rest = new StringBuilder();
        int done = 0;
        int end = text.indexOf(closing);
        for (int start = text.indexOf(opening); start >= 0 && end >= 0; start = text.indexOf(opening, start)) {
            end = end < start + opening.length() ? text.indexOf(closing, start + opening.length()) : end;
            boolean opens = start == 0 || "\n\r\t ;{}(>,".indexOf(text.charAt(start - 1)) >= 0;
            if (opens && end >= 0) {
                rest.append(text, done, start).append(' ');
                done = end + closing.length();
            }
            start = Math.max(start + 1, done);
        }
        return rest.append(text, done, text.length()).toString();
    }

    private static String withoutTail(String line) {
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            int end = c == '"' || c == '\'' ? line.indexOf(c, i + 1) : -1;
            boolean blank = Character.isWhitespace(line.charAt(i - 1));
            if (blank && (c == '#' || line.startsWith("// ", i))) {
                return line.substring(0, i).stripTrailing();
            }
            i = end < 0 ? i : end;
        }
        return line;
    }
}
