package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.RouteBook.Use;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.DeclaredRoutes;
import io.github.meshready.smi.route.RouteSources;
import io.github.meshready.smi.route.ServedRoutes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds who serves which HTTP routes, and who uses which. What the build's configuration says of a Service holds alone; else the
 * OpenAPI document of the module that becomes the workload does, else its classes.
 */
final class RouteFinder {

    private final Application application;
    private final RouteInputs inputs;
    private final Programs programs;
    private final Map<Workload, ServedRoutes> served = new LinkedHashMap<>();
    private final Map<Workload, Set<ObjectName>> declaredOf = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    RouteFinder(Application application, List<ParsedModule> modules, RouteInputs inputs) {
        this.application = application;
        this.inputs = inputs;
        this.programs = new Programs(application, modules, inputs);
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
        calls.forEach(this::checkOtherServices);
        Map<Use, ClientUses.Found> found = new LinkedHashMap<>();
        if (inputs.sources() == RouteSources.ALL) {
            nobodys();
            Receivers receivers = new Receivers(application, calls);
            Map<Workload, List<Call>> bySource = calls.stream().collect(Collectors.groupingBy(Call::source));
            for (Workload workload : application.workloads()) {
                List<Program> running = programs.of(workload);
                if (!served.containsKey(workload)) {
                    serves(workload, running, receivers.of(workload));
                }
                found.putAll(new ClientUses(running, () -> programs.code(running))
                        .of(bySource.getOrDefault(workload, List.of())));
            }
        }
        Map<Use, UsedRoutes> used = new DeclaredUses(application, served).read(declared);
        found.forEach((use, routes) -> {
            if (used.containsKey(use) || routes.all()) {
                used.merge(use, routes.routes(), UsedRoutes::and);
            }
        });
        used.replaceAll((use, routes) -> routes.asServed(application.selectedBy(use.service()).stream()
                .flatMap(workload -> Optional.ofNullable(served.get(workload)).stream())
                .flatMap(each -> each.routes().stream())
                .toList()));
        return new RouteBook(served, used, List.copyOf(notes));
    }

    private void nobodys() {
        for (BuildModule module : programs.nobodys()) {
            inputs.code(module, Map.of()).served().routes().stream()
                    .findFirst()
                    .ifPresent(
                            route -> notes.add("Module " + module.name() + " tells routes, such as " + route.described()
                                    + ", and no workload is called like it: where it is part of another program, they stay closed until"
                                    + " <routes> of that one tells them"));
        }
    }

    private void declared(DeclaredRoutes routes) {
        String place = "<routes> of " + routes.service();
        Service service = new NamedObjects(application, place)
                .service(routes.service(), "<service>" + routes.service() + "</service>");
        ServedRoutes read = inputs.read(routes);
        if (application.selectedBy(service).isEmpty()) {
            notes.add(place + " count for nobody: the Service selects no workload");
        }
        for (Workload workload : application.selectedBy(service)) {
            served.merge(workload, read, ServedRoutes::and);
            declaredOf.computeIfAbsent(workload, key -> new TreeSet<>()).add(service.name());
        }
    }

    /** The mesh has one list of routes for all Services of an account, so those of one Service close the others. */
    private void checkOtherServices(Call call) {
        for (Workload workload : application.selectedBy(call.service())) {
            Set<ObjectName> services = declaredOf.getOrDefault(workload, Set.of());
            if (call.protocol().isHttp()
                    && !services.isEmpty()
                    && !services.contains(call.service().name())) {
                String told = services.stream().map(ObjectName::toString).collect(Collectors.joining(", "));
                notes.add("<routes> of " + told + " count for calls to Service "
                        + call.service().name()
                        + " as well, as both lead to " + workload.id()
                        + "; what only that one serves stays closed until"
                        + " <routes> tells it");
            }
        }
    }

    /** Whoever answers requests has to tell its routes: those of one container alone would shut out the callers of another. */
    private void serves(Workload workload, List<Program> running, List<Container> receivers) {
        List<Program> asked = running.stream()
                .filter(program ->
                        receivers.isEmpty() ? program.served().isPresent() : receivers.contains(program.container()))
                .toList();
        asked.forEach(program -> program.modules().forEach(module -> notes.addAll(module.notes())));
        Optional<Program> silent =
                asked.stream().filter(program -> program.served().isEmpty()).findFirst();
        if (silent.isEmpty()) {
            asked.stream()
                    .flatMap(program -> program.served().stream())
                    .reduce(ServedRoutes::and)
                    .ifPresent(all -> served.put(workload, all));
        } else if (asked.stream().anyMatch(program -> program.served().isPresent() || program.isUnclear())) {
            notes.add("The routes of " + workload.id() + " are not known, because "
                    + silent.get().obstacle() + "; every path is allowed until <routes> tells all of them");
        }
    }
}
