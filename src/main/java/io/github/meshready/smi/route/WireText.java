package io.github.meshready.smi.route;

import io.github.meshready.smi.route.regex.CharSet;
import io.github.meshready.smi.route.regex.Regex;
import java.nio.charset.StandardCharsets;

/** What paths consist of when they are sent. */
public final class WireText {

    private static final String HEX = "0123456789ABCDEF";

    /** Letters, digits and marks that stand for themselves in a segment (RFC 3986, 3.3 pchar). */
    static final CharSet PLAIN = CharSet.range('a', 'z')
            .or(CharSet.range('A', 'Z'))
            .or(CharSet.range('0', '9'))
            .or(CharSet.of("-._~!$&'()*+,;=:@"));

    /**
     * What may stand in a segment: visible ASCII. Some of it ought to be percent-encoded, and is let through all the same: a proxy counts
     * two ranges as two instructions, and the exact set as eight.
     */
    public static final CharSet SEGMENT = CharSet.range('!', '~').minus(CharSet.of('/'));

    /** What may stand below a path that is open. */
    public static final CharSet PATH = CharSet.range('!', '~');

    /** A segment with at least one character. */
    public static final Regex ANY = Regex.plus(Regex.chars(SEGMENT));

    /** A segment that may be empty. */
    public static final Regex ANY_OR_EMPTY = Regex.star(Regex.chars(SEGMENT));

    private WireText() {}

    /** A text of a template as it is sent; what is percent-encoded already stays. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            boolean isEncoded = text.charAt(at) == '%' && isHex(text, at + 1) && isHex(text, at + 2);
            int end = isEncoded ? at + 3 : text.offsetByCodePoints(at, 1);
            encoded.append(isEncoded ? text.substring(at, end) : character(text.codePointAt(at)));
            at = end;
        }
        return encoded.toString();
    }

    private static String character(int c) {
        String text = Character.toString(c);
        if (c < CharSet.BEYOND && PLAIN.contains(c)) {
            return text;
        }
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(HEX.charAt(each >> 4 & 15)).append(HEX.charAt(each & 15));
        }
        return encoded.toString();
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && text.charAt(at) < CharSet.BEYOND && Character.digit(text.charAt(at), 16) >= 0;
    }
}
