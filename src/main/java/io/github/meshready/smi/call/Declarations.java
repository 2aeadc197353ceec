package io.github.meshready.smi.call;

import io.github.meshready.smi.module.BuildModule;
import java.util.List;

/**
 * What the build says of calls, besides the manifests.
 *
 * @param calls calls that are made, whatever else is known
 * @param ignored calls that are not made, whatever else is known
 * @param modules the modules that become workloads
 * @param routes where routes are read from
 */
public record Declarations(
        List<DeclaredCall> calls, List<DeclaredCall> ignored, List<BuildModule> modules, RouteInputs routes) {

    public static final Declarations NONE = new Declarations(List.of(), List.of());

    /** What is declared where no module is known. */
    public Declarations(List<DeclaredCall> calls, List<DeclaredCall> ignored) {
        this(calls, ignored, List.of());
    }

    /** What is declared where nothing is said of routes. */
    public Declarations(List<DeclaredCall> calls, List<DeclaredCall> ignored, List<BuildModule> modules) {
        this(calls, ignored, modules, RouteInputs.NONE);
    }

    public Declarations {
        calls = List.copyOf(calls);
        ignored = List.copyOf(ignored);
        modules = List.copyOf(modules);
    }
}
