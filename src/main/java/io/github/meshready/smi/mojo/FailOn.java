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

    /** Whether a finding of this severity fails the build. */
    boolean isReachedBy(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity != Severity.INFO;
            case NEVER -> false;
        };
    }

    boolean isReachedBy(VerifyResult result) {
        return result.findings().stream().anyMatch(finding -> isReachedBy(finding.severity()));
    }
}
