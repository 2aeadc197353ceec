package io.github.meshready.smi.route.regex;

/** A text that is no regular expression, or one outside of what is understood here; the message says what is in the way. */
public final class RegexException extends Exception {

    private static final long serialVersionUID = 1L;

    public RegexException(String message) {
        super(message);
    }
}
