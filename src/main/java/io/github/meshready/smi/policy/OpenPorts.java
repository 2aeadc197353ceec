package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.CallGraph;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which Service opens which port of which pods to traffic from outside: for each port it can be only one. */
final class OpenPorts {

    private final Application application;
    private final CallGraph graph;
    private final PolicySet existing;
    private final Dialect dialect;
    private final Predicate<Workload> meshed;

    private final Map<Workload, Map<Integer, Service>> opened = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    /** @param meshed whether a workload's pods get a sidecar */
    OpenPorts(
            Application application, CallGraph graph, PolicySet existing, Dialect dialect, Predicate<Workload> meshed) {
        this.application = application;
        this.graph = graph;
        this.existing = existing;
        this.dialect = dialect;
        this.meshed = meshed;
    }

    Application application() {
        return application;
    }

    CallGraph graph() {
        return graph;
    }

    PolicySet existing() {
        return existing;
    }

    Dialect dialect() {
        return dialect;
    }

    Predicate<Workload> meshed() {
        return meshed;
    }

    /** The Service that opens a port of a workload's pods: the one that asked first. */
    Service first(Workload workload, int targetPort, Service asking) {
        return opened.computeIfAbsent(workload, key -> new HashMap<>()).computeIfAbsent(targetPort, key -> asking);
    }

    void note(String note) {
        notes.add(note);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
