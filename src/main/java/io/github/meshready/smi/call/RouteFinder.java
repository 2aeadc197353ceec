package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.RouteBook.Use;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.route.DeclaredRoutes;
import io.github.meshready.smi.route.RouteSources;
import io.github.meshready.smi.route.ServedRoutes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds who serves which HTTP routes, and who uses which. What the build's configuration says of a Service holds alone; else the
 * OpenAPI document of the module that becomes the workload does, else its classes.
 */
final class RouteFinder {

    private final Application application;
    private final List<ParsedModule> modules;
    private final RouteInputs inputs;
    private final Map<Workload, ServedRoutes> served = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    RouteFinder(Application application, List<ParsedModule> modules, RouteInputs inputs) {
        this.application = application;
        this.modules = modules;
        this.inputs = inputs;
    }

    /**
     * Finds the routes.
     *
     * @param calls the calls that may use them
     * @param declared what the build's configuration says of calls
     * @throws InputException if the configuration names what does not exist, or a document that cannot be read
     */
    RouteBook find(List<Call> calls, List<DeclaredCall> declared) {
        if (inputs.sources() == RouteSources.NONE) {
            return RouteBook.EMPTY;
        }
        inputs.declared().forEach(this::declared);
        Map<Use, UsedRoutes> used = new LinkedHashMap<>();
        if (inputs.sources() == RouteSources.ALL) {
            for (Workload workload : application.workloads()) {
                for (ModuleRoutes module : modulesOf(workload)) {
                    serves(workload, module);
                    module.used(calls.stream()
                                    .filter(call -> call.source().equals(workload))
                                    .toList())
                            .forEach(used::putIfAbsent);
                }
            }
        }
        used.putAll(new DeclaredUses(application, served).read(declared));
        return new RouteBook(served, used, List.copyOf(notes));
    }

    private void declared(DeclaredRoutes routes) {
        String place = "<routes> of " + routes.service();
        Service service = new NamedObjects(application, place)
                .service(routes.service(), "<service>" + routes.service() + "</service>");
        ServedRoutes read = inputs.read(routes);
        for (Workload workload : application.selectedBy(service)) {
            served.merge(workload, read, RouteFinder::joined);
        }
    }

    /** Several Services over the same pods tell of the same program. */
    private static ServedRoutes joined(ServedRoutes one, ServedRoutes other) {
        List<io.github.meshready.smi.route.HttpRoute> routes = new ArrayList<>(one.routes());
        routes.addAll(other.routes());
        List<String> uncovered = new ArrayList<>(one.uncovered());
        uncovered.addAll(other.uncovered());
        return new ServedRoutes(one.source() + ", " + other.source(), routes, uncovered);
    }

    private List<ModuleRoutes> modulesOf(Workload workload) {
        List<ModuleRoutes> found = new ArrayList<>();
        for (Container container : workload.pod().containers()) {
            if (!container.init()) {
                Set<String> called = CalledNames.of(workload, container);
                modules.stream()
                        .filter(module -> module.names().stream().anyMatch(called::contains))
                        .map(module ->
                                new ModuleRoutes(module, inputs, new Environment(application, workload, container)))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private void serves(Workload workload, ModuleRoutes module) {
        if (!served.containsKey(workload)) {
            Optional<ServedRoutes> routes = module.served();
            routes.ifPresent(found -> served.put(workload, found));
            notes.addAll(module.notes());
        }
    }
}
