package io.github.meshready.smi.route.regex;

/** Reads a class in square brackets as RE2 does; those with a bracket or {@code &&} in them mean something else to Java and are refused. */
final class ClassReader {

    private final String text;
    private int at;

    /** @param at behind the bracket that opens it */
    ClassReader(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Behind the bracket that closes it. */
    int end() {
        return at;
    }

    CharSet read() throws RegexException {
        boolean negated = has('^');
        if (negated) {
            at++;
        }
        CharSet set = CharSet.NONE;
        boolean first = true;
        while (first || !has(']')) {
            set = set.or(item());
            first = false;
        }
        at++;
        CharSet result = negated ? set.not() : set;
        if (result.isEmpty()) {
            throw new RegexException("it has a class of no characters");
        }
        return result;
    }

    private CharSet item() throws RegexException {
        CharSet first = single();
        boolean range = has('-') && at + 1 < text.length() && text.charAt(at + 1) != ']';
        if (!range) {
            return first;
        }
        at++;
        CharSet last = single();
        if (first.size() != 1 || last.size() != 1 || first.first() > last.first()) {
            throw new RegexException("it has a range of characters without order");
        }
        return CharSet.range(first.first(), last.first());
    }

    private CharSet single() throws RegexException {
        if (at >= text.length()) {
            throw new RegexException("a class is not closed");
        }
        char c = text.charAt(at++);
        if (c == '\\') {
            EscapeReader reader = new EscapeReader(text, at);
            CharSet set = reader.read();
            at = reader.end();
            return set;
        }
        if (c == '[' || c == '&' && has('&')) {
            throw new RegexException("it has a class inside a class");
        }
        if (c >= CharSet.BEYOND) {
            throw new RegexException("it has characters beyond ASCII");
        }
        return CharSet.of(c);
    }

    private boolean has(char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
