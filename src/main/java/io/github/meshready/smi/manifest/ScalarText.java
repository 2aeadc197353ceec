package io.github.meshready.smi.manifest;

/** How a text is written so that every reader takes it for that text. */
final class ScalarText {

    /** Characters with an escape of one letter in YAML 1.1 (section 5.6), and these letters. */
    private static final String ESCAPED = "\0\u0007\b\t\n\u000B\f\r\u001B\"\\\u0085\u00A0\u2028\u2029";

    private static final String ESCAPES = "0abtnvfre\"\\N_LP";

    private ScalarText() {}

    /** Without quotes if no reader could take it for anything else, else in double quotes. */
    static String yaml(String text) {
        return isSafePlain(text) ? text : quoted(text, "\\U%08x");
    }

    /** Adds a text to a document of our own: other characters than those of ASCII stay as they are where they can be seen. */
    static void append(String text, StringBuilder out) {
        if (isSafePlain(text)) {
            out.append(text);
            return;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
                out.append(c);
            } else if (Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                out.append(c).append(text.charAt(++i));
            } else {
                appendUnusual(c, out);
            }
        }
        out.append('"');
    }

    private static void appendUnusual(char c, StringBuilder out) {
        int name = ESCAPED.indexOf(c);
        if (name >= 0) {
            out.append('\\').append(ESCAPES.charAt(name));
        } else if (c > 0xa0 && c < 0xfffe && !Character.isSurrogate(c)) {
            out.append(c);
        } else {
            out.append(String.format(c <= 0xff ? "\\x%02x" : "\\u%04x", (int) c));
        }
    }

    /** In double quotes, as JSON wants it; as YAML only up to U+FFFF, since kubectl knows no halves of characters there. */
    static String json(String text) {
        return quoted(text, null);
    }

    /** @param large the form of a character beyond U+FFFF; null for two escapes */
    private static String quoted(String text, String large) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c >= 0x20 && c < 0x7f) {
                        quoted.append((char) c);
                    } else if (c > 0xffff && large != null) {
                        quoted.append(String.format(large, c));
                    } else {
                        new StringBuilder()
                                .appendCodePoint(c)
                                .chars()
                                .forEach(half -> quoted.append(String.format("\\u%04x", half)));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /**
     * Letters, digits and {@code . _ / : @ -} inside, a letter, dot, slash or underscore first, and no word that some
     * reader takes for a boolean, null or number.
     */
    static boolean isSafePlain(String text) {
        if (text.isEmpty() || ScalarType.ofPlain(text) != ScalarType.TEXT || isBase60OrExponent(text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '.' || c == '/';
            boolean inner = c >= '0' && c <= '9' || c == ':' || c == '@' || c == '-';
            if (!letter && (i == 0 || !inner)) {
                return false;
            }
        }
        return !text.endsWith(":") && !text.startsWith("...");
    }

    /** YAML 1.1 readers take {@code .5} or {@code .1e3} for numbers; a leading dot with a digit is always quoted. */
    private static boolean isBase60OrExponent(String text) {
        return text.length() > 1 && text.charAt(0) == '.' && Character.isDigit(text.charAt(1));
    }
}
