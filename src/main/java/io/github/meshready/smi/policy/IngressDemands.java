package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Exclusions;
import io.github.meshready.smi.app.Exposure;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.CallGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Works out which ports of which pods the exposed Services ask to be opened, and which no IngressBackend can open. */
final class IngressDemands {

    private final Application application;
    private final CallGraph graph;
    private final Dialect dialect;
    private final Exclusions exclusions;
    private final PlannedMembership members;

    private final List<IngressDemand> demands = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    IngressDemands(Application application, CallGraph graph, MeshMode mode, PlannedMembership members) {
        this.application = application;
        this.graph = graph;
        this.dialect = mode.dialect();
        this.exclusions = new Exclusions(mode);
        this.members = members;
    }

    List<IngressDemand> all() {
        return demands;
    }

    /** Ports that stay closed, in words with the reason. */
    Set<String> notes() {
        return notes;
    }

    /**
     * Adds what an exposure asks for.
     *
     * @param ports the ports of it that are meant
     */
    void add(Exposure exposure, List<ServicePort> ports, DeclaredIngress caller) {
        List<Workload> behind = application.selectedBy(exposure.service());
        if (behind.stream().noneMatch(members::hasSidecar)) {
            notes.add("Service " + exposure.service().name() + " needs no IngressBackend: "
                    + (behind.isEmpty()
                            ? "no workload of the manifests is behind it"
                            : "no pods behind it get a sidecar"));
            return;
        }
        for (ServicePort port : ports) {
            boolean isServed = behind.stream()
                    .anyMatch(workload -> port.target().on(workload.pod()).isPresent());
            if (!isServed) {
                note(exposure, port, "no container behind it has a port named " + port.target());
            }
            behind.stream()
                    .filter(members::hasSidecar)
                    .forEach(workload -> port.target()
                            .on(workload.pod())
                            .ifPresent(target -> add(exposure, port, workload, target, caller)));
        }
    }

    private void add(Exposure exposure, ServicePort port, Workload workload, int target, DeclaredIngress caller) {
        AppProtocol protocol = graph.protocol(exposure.service(), port).protocol();
        if (exclusions.inbound(workload, target)) {
            return; // everybody reaches it past its sidecar
        }
        if (!protocol.isHttp()) {
            note(
                    exposure,
                    port,
                    "it speaks " + protocol + ", and an IngressBackend lets in http only; to let everybody in"
                            + " without the mesh, annotate the pod template of " + workload.name() + " with "
                            + dialect.key("inbound-port-exclusion-list") + ": \"" + target + "\"");
        } else if (exposure.service().headless()
                && workload.governingService().isPresent()
                && dialect.knowsPodsByName()) {
            note(
                    exposure,
                    port,
                    "the mesh knows the pods of a StatefulSet behind a headless Service by their own names only;"
                            + " expose a Service with a cluster IP");
        } else {
            boolean grpc = protocol == AppProtocol.GRPC && dialect.takesIngress("grpc");
            demands.add(new IngressDemand(
                    exposure.service(), workload, target, grpc ? "grpc" : "http", caller, exposure.how()));
        }
    }

    private void note(Exposure exposure, ServicePort port, String reason) {
        notes.add("Service " + exposure.service().name() + " port " + port.number() + " stays closed to outside: "
                + reason);
    }
}
