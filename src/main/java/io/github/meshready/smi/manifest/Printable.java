package io.github.meshready.smi.manifest;

/**
 * Makes a value from a manifest safe to print: no control or invisible character reaches a terminal or a CI log, and
 * no value is longer than 200 characters. Nor is anything that a CI system would obey where it stands within a line:
 * {@code ##[} on GitHub (actions/runner, ActionCommand.TryParse), {@code ##vso[} on Azure Pipelines (azure-pipelines-agent,
 * Command.TryParse), {@code ##teamcity[}.
 */
public final class Printable {

    private static final int LIMIT = 200;

    private Printable() {}

    /** A value: what does not show as itself is escaped, and what is too long is cut. */
    public static String text(String value) {
        return escaped(value, LIMIT);
    }

    /** A line of ours that holds values: what does not show as itself is escaped. */
    public static String line(String line) {
        return escaped(line, Integer.MAX_VALUE);
    }

    private static String escaped(String value, int limit) {
        StringBuilder shown = new StringBuilder(Math.min(value.length(), LIMIT) + 16);
        int count = 0;
        for (int i = 0; i < value.length(); count++) {
            if (count == limit) {
                return shown.append("...").toString();
            }
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            if (isVisible(c) && !startsCommand(value, i - 1)) {
                shown.appendCodePoint(c);
            } else if (c < 0x10000) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.append(String.format("\\U%08x", c));
            }
        }
        return shown.toString();
    }

    /** Whether this is the second of two hashes before a bracket or a word. */
    private static boolean startsCommand(String value, int index) {
        return value.charAt(index) == '#'
                && index > 0
                && value.charAt(index - 1) == '#'
                && index + 1 < value.length()
                && (value.charAt(index + 1) == '[' || Character.isLetter(value.charAt(index + 1)));
    }

    private static boolean isVisible(int c) {
        if (c < 0x7f) {
            return c >= 0x20;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
