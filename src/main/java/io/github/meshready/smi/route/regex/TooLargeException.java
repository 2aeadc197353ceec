package io.github.meshready.smi.route.regex;

/** Sets of texts that people wrote take more work than they are worth; who combines them has to have another way. */
public final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLargeException() {
        super("too many states");
    }
}
