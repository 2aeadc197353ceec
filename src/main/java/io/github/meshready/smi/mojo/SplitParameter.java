package io.github.meshready.smi.mojo;

import io.github.meshready.smi.policy.DeclaredSplit;
import java.util.List;

/** A {@code <split>} element; Maven fills the fields. */
public class SplitParameter {

    private String service;
    private List<BackendParameter> backends;

    DeclaredSplit toSplit() {
        String apex = text(service);
        if (apex.isEmpty()) {
            throw new ParameterException("splits", "a <split> has no <service>", "name the Service that callers call");
        }
        if (backends == null || backends.isEmpty()) {
            throw new ParameterException(
                    "splits", "the <split> of " + apex + " has no <backends>", "name the Services that answer");
        }
        return new DeclaredSplit(
                apex, backends.stream().map(backend -> backend.toBackend(apex)).toList());
    }

    static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
