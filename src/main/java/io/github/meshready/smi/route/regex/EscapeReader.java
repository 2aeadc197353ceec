package io.github.meshready.smi.route.regex;

/** Reads what follows a backslash, where RE2 and Java mean the same by it. */
final class EscapeReader {

    private static final CharSet DIGITS = CharSet.range('0', '9');
    private static final CharSet WORD =
            DIGITS.or(CharSet.range('a', 'z')).or(CharSet.range('A', 'Z')).or(CharSet.of('_'));
    private static final CharSet SPACE = CharSet.of(" \t\n\r\f");

    private final String text;
    private int at;

    /** @param at behind the backslash */
    EscapeReader(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int end() {
        return at;
    }

    CharSet read() throws RegexException {
        if (at >= text.length()) {
            throw new RegexException("it ends in a backslash");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'd' -> DIGITS;
            case 'D' -> DIGITS.not();
            case 'w' -> WORD;
            case 'W' -> WORD.not();
            case 's' -> SPACE;
            case 'S' -> SPACE.not();
            case 't' -> CharSet.of('\t');
            case 'n' -> CharSet.of('\n');
            case 'r' -> CharSet.of('\r');
            case 'f' -> CharSet.of('\f');
            case 'x' -> hexadecimal();
            default -> {
                if (WORD.contains(c) && c != '_' || c >= CharSet.BEYOND || c < ' ') {
                    throw new RegexException("it has \\" + (c < ' ' ? "" : c));
                }
                yield CharSet.of(c);
            }
        };
    }

    private CharSet hexadecimal() throws RegexException {
        int value = 0;
        for (int i = 0; i < 2; i++) {
            int digit = at < text.length() ? hexDigit(text.charAt(at)) : -1;
            if (digit < 0) {
                throw new RegexException("it has \\x without two digits");
            }
            value = value * 16 + digit;
            at++;
        }
        if (value >= CharSet.BEYOND) {
            throw new RegexException("it has characters beyond ASCII");
        }
        return CharSet.of(value);
    }

    private static int hexDigit(char c) {
        return c < CharSet.BEYOND ? Character.digit(c, 16) : -1;
    }
}
