package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.ServedRoutes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What runs in a container, as far as modules tell.
 *
 * @param container the container
 * @param modules the modules that it may run; where they differ, which one it is cannot be told
 */
record Program(Container container, List<ModuleRoutes> modules) {

    Program {
        modules = List.copyOf(modules);
    }

    /** What it serves; empty if nothing tells, or if several modules tell of themselves. */
    Optional<ServedRoutes> served() {
        List<ServedRoutes> told = told();
        return told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty();
    }

    private List<ServedRoutes> told() {
        return modules.stream().flatMap(module -> module.served().stream()).toList();
    }

    /** Why nothing is known of what it serves, in words. */
    String obstacle() {
        return told().size() < 2
                ? "nothing tells the routes of container " + container.name()
                : "container " + container.name() + " may run any of the modules "
                        + modules.stream()
                                .map(ModuleRoutes::module)
                                .map(BuildModule::name)
                                .sorted()
                                .collect(Collectors.joining(", "));
    }

    /** Whether modules tell, but not which of them counts. */
    boolean isUnclear() {
        return told().size() > 1;
    }
}
