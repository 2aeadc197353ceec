package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which modules a container runs: those that are called like it. A module's own name says more than that of a folder around it, and
 * the image says more than the workload, which says more than its labels; only those that say the most count. Of several containers in
 * one pod those of which none has the name of a module in its own or its image's may be anything.
 */
final class ModuleChoice {

    private final List<ParsedModule> modules;

    ModuleChoice(List<ParsedModule> modules) {
        this.modules = modules;
    }

    /** The modules that a container may run, none of them before another. */
    List<ParsedModule> of(Workload workload, Container container) {
        List<Set<String>> called = new ArrayList<>();
        called.add(Set.of(CalledNames.ofImage(container.image())));
        called.add(Set.of(container.name()));
        if (isAlone(workload)) {
            called.add(Set.of(workload.name()));
            called.add(CalledNames.of(workload, container));
        }
        return closest(called, ParsedModule::ownNames)
                .or(() -> closest(called, ParsedModule::names))
                .orElse(List.of());
    }

    private static boolean isAlone(Workload workload) {
        return workload.pod().containers().stream().filter(each -> !each.init()).count() == 1;
    }

    private Optional<List<ParsedModule>> closest(List<Set<String>> called, Function<ParsedModule, Set<String>> names) {
        return called.stream()
                .map(wanted -> modules.stream()
                        .filter(module -> names.apply(module).stream().anyMatch(wanted::contains))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst();
    }
}
