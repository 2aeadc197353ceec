package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Exposure;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.PlannedIngress.Callers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is opened of one Service to traffic from outside, and what cannot be (OSM v1.2.4, pkg/catalog/ingress.go,
 * pkg/envoy/lds/ingress.go).
 */
final class IngressOpening {

    private final OpenPorts others;

    private final Service service;
    private final Map<Integer, Set<DeclaredIngress>> callers = new TreeMap<>();
    private final Map<Integer, String> protocols = new TreeMap<>();
    private final Set<String> how = new LinkedHashSet<>();

    /** @param others what other Services open already */
    IngressOpening(Service service, OpenPorts others) {
        this.service = service;
        this.others = others;
    }

    void add(Exposure exposure, List<DeclaredIngress> declared) {
        how.add(exposure.how());
        for (ServicePort port : exposure.ports()) {
            for (Workload workload : others.application().selectedBy(service)) {
                if (others.meshed().test(workload)) {
                    port.target().on(workload.pod()).ifPresent(target -> add(port, target, workload, declared));
                }
            }
        }
    }

    private void add(ServicePort port, int target, Workload workload, List<DeclaredIngress> declared) {
        AppProtocol protocol = others.graph().protocol(service, port).protocol();
        if (!others.existing().ingress(service.name(), target).isEmpty()) {
            return; // somebody wrote one already
        }
        if (!protocol.isHttp()) {
            note(
                    port,
                    "it speaks " + protocol + ", and an IngressBackend lets in http only; to let everybody in"
                            + " without the mesh, annotate the pod template of " + workload.name() + " with "
                            + others.dialect().key("inbound-port-exclusion-list") + ": \"" + target + "\"");
        } else if (service.headless()
                && workload.governingService().isPresent()
                && others.dialect().knowsPodsByName()) {
            note(
                    port,
                    "the mesh knows the pods of a StatefulSet behind a headless Service by their own names only;"
                            + " expose a Service with a cluster IP");
        } else if (!others.first(workload, target, service).equals(service)) {
            note(
                    port,
                    "Service " + others.first(workload, target, service).name()
                            + " opens the same port of the same pods, and the proxies take only one");
        } else {
            callers.computeIfAbsent(target, key -> new LinkedHashSet<>()).addAll(declared);
            boolean grpc = protocol == AppProtocol.GRPC && others.dialect().takesIngress("grpc");
            boolean tls = callers.get(target).stream().anyMatch(DeclaredIngress::isEncrypted);
            protocols.put(target, tls ? "https" : grpc ? "grpc" : "http");
        }
    }

    private void note(ServicePort port, String reason) {
        others.note("Service " + service.name() + " port " + port.number() + " stays closed to outside: " + reason);
    }

    List<PlannedIngress> planned() {
        Map<Set<DeclaredIngress>, SortedMap<Integer, String>> groups = new LinkedHashMap<>();
        callers.forEach((target, declared) ->
                groups.computeIfAbsent(declared, key -> new TreeMap<>()).put(target, protocols.get(target)));
        List<PlannedIngress> planned = new ArrayList<>();
        groups.forEach((declared, ports) -> planned.add(new PlannedIngress(
                wish(ports, groups.size()), service, ports, Callers.of(List.copyOf(declared)), List.copyOf(how))));
        return planned;
    }

    private ObjectName wish(SortedMap<Integer, String> ports, int groups) {
        String name = service.name().name();
        return new ObjectName(service.name().namespace(), groups == 1 ? name : name + "-" + ports.firstKey());
    }
}
