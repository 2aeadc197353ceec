package io.github.meshready.smi.mojo;

import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.VerifyResult;

/** From which severity on a finding fails the build. */
enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    /** Reads the parameter; a text, because Maven compares the constants of an enum in capitals only. */
    static FailOn of(String value) {
        return switch (value) {
            case "error" -> ERROR;
            case "warning" -> WARNING;
            case "never" -> NEVER;
            default ->
                throw new ParameterException(
                        "failOn", "\"" + value + "\" is no severity", "use error, warning or never");
        };
    }

    boolean isReachedBy(VerifyResult result) {
        return switch (this) {
            case ERROR -> result.count(Severity.ERROR) > 0;
            case WARNING -> result.count(Severity.ERROR) + result.count(Severity.WARNING) > 0;
            case NEVER -> false;
        };
    }
}
