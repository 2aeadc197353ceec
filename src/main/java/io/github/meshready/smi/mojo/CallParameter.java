package io.github.meshready.smi.mojo;

import io.github.meshready.smi.call.DeclaredCall;

/** A {@code <call>} or {@code <ignoredCall>} element; Maven fills the fields. */
public class CallParameter {

    private String from;
    private String to;
    private String port;

    /** @param complete whether both ends have to be named */
    DeclaredCall toCall(boolean complete) {
        if (complete && (isBlank(from) || isBlank(to))) {
            String missing = isBlank(from) ? "<from>" : "<to>";
            throw new ParameterException(
                    "calls",
                    "the <call> " + new DeclaredCall(text(from), text(to), text(port)) + " has no " + missing,
                    "name a workload and a Service");
        }
        if (isBlank(from) && isBlank(to) && isBlank(port)) {
            throw new ParameterException(
                    "ignoredCalls", "an <ignoredCall> is empty and would match every call", "add <from> or <to>");
        }
        return new DeclaredCall(text(from), text(to), text(port));
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
