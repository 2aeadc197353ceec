package io.github.meshready.smi.mojo;

import io.github.meshready.smi.diff.DiffResult;

/** Which difference fails the build. */
enum DiffFailOn {
    WIDENED,
    CHANGED,
    NEVER;

    /** Reads the parameter; a text, because Maven compares the constants of an enum in capitals only. */
    static DiffFailOn of(String value) {
        return switch (value.strip()) {
            case "widened" -> WIDENED;
            case "changed" -> CHANGED;
            case "never" -> NEVER;
            default ->
                throw new ParameterException(
                        "diffFailOn", "\"" + value + "\" is none of them", "use widened, changed or never");
        };
    }

    boolean isReachedBy(DiffResult result) {
        return switch (this) {
            case WIDENED -> result.isWidened();
            case CHANGED -> !result.changes().isEmpty();
            case NEVER -> false;
        };
    }
}
