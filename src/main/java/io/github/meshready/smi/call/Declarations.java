package io.github.meshready.smi.call;

import java.util.List;

/**
 * What the build's configuration says of calls.
 *
 * @param calls calls that are made, whatever the manifests show
 * @param ignored calls that are not made, whatever the manifests show
 */
public record Declarations(List<DeclaredCall> calls, List<DeclaredCall> ignored) {

    public static final Declarations NONE = new Declarations(List.of(), List.of());

    public Declarations {
        calls = List.copyOf(calls);
        ignored = List.copyOf(ignored);
    }
}
