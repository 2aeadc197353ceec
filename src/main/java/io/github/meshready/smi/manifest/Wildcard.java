package io.github.meshready.smi.manifest;

/**
 * A text in which {@code *} stands for any characters and {@code ?} for one.
 *
 * @param text as somebody wrote it
 */
public record Wildcard(String text) {

    /** What every text matches. */
    public static final Wildcard ANY = new Wildcard("*");

    /** Whether a text holds anything that stands for something else. */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Tries a star with ever more characters, but only the last star again: that suffices, and takes no longer. */
    public boolean matches(String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int mark = 0;
        while (n < name.length()) {
            boolean one = p < text.length() && (text.charAt(p) == '?' || text.charAt(p) == name.charAt(n));
            if (p < text.length() && text.charAt(p) == '*') {
                star = p++;
                mark = n;
            } else if (one) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++mark;
            } else {
                return false;
            }
        }
        while (p < text.length() && text.charAt(p) == '*') {
            p++;
        }
        return p == text.length();
    }
}
