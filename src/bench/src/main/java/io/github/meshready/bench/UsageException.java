package io.github.meshready.bench;

/** Arguments that mean nothing here; the message says which ones do. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
