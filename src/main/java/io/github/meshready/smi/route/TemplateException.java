package io.github.meshready.smi.route;

/** A text that is no path; the message says why. */
final class TemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
        super(message);
    }
}
