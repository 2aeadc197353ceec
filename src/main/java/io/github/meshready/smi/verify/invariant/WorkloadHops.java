package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.Cidr;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.mesh.Arrival;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.IngressBackend.Source;
import io.github.meshready.smi.policy.PolicySet.Ingress;
import io.github.meshready.smi.verify.invariant.Doors.Door;
import io.github.meshready.smi.verify.invariant.Openings.Opening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What passes of the calls of a workload's pods: by their sidecar, and past it where they can. */
final class WorkloadHops {

    /** Where pods have their addresses (RFC 1918, RFC 6598). */
    private static final List<String> PRIVATE =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

    private final Mesh mesh;
    private final Doors doors;
    private final Openings openings;
    private final ArrivedCall arrived;
    private final Map<Workload, Boolean> closed = new HashMap<>();

    WorkloadHops(Mesh mesh, Doors doors, Openings openings, ArrivedCall arrived) {
        this.mesh = mesh;
        this.doors = doors;
        this.openings = openings;
        this.arrived = arrived;
    }

    List<Hop> between(Party.Pods from, Party.Pods to) {
        Workload client = from.workload();
        boolean isKnown = mesh.mode().permissive()
                || mesh.knows(client.account(), to.workload().account());
        boolean mayPass = isKnown || !closed.computeIfAbsent(to.workload(), this::isClosed);
        boolean runs = mayPass
                && mesh.membership().rejected(client).isEmpty()
                && mesh.membership().rejected(to.workload()).isEmpty();
        if (!runs || from.equals(to)) {
            return List.of();
        }
        List<Hop> hops = new ArrayList<>();
        Optional<String> past = pastSidecar(client);
        for (Door door : doors.to(to.workload())) {
            mesh.arrivals(door.from(client)).forEach(arrival -> add(hops, from, to, door, arrival));
            past.ifPresent(reason -> mesh.arrivalsPastSidecar(door.from(client), reason).stream()
                    .filter(arrival -> arrival.ingress()
                            .map(ingress -> mayComeBy(client, ingress))
                            .orElse(true))
                    .forEach(arrival -> add(hops, from, to, door, arrival)));
        }
        for (Opening opening : openings.of(to.workload())) {
            if (past.isPresent() || opening.isUnseen()) {
                hops.add(opening.hop(from, to));
            }
        }
        return hops;
    }

    /** Whether only sidecars that a policy names get in: for most of many pairs there is no more to ask. */
    private boolean isClosed(Workload server) {
        return openings.of(server).isEmpty()
                && mesh.application().servicesOf(server).stream()
                        .allMatch(service -> mesh.policies().ingressBackends().stream()
                                .noneMatch(policy -> policy.backends().stream()
                                        .anyMatch(backend -> backend.service()
                                                .equals(service.name().name()))));
    }

    private void add(List<Hop> hops, Party.Pods from, Party.Pods to, Door door, Arrival arrival) {
        if (arrival.server().equals(to.workload()) && arrival.mayPass()) {
            Workload client = from.workload();
            arrived.hop(from, client.account(), door.dial(client.namespace()), arrival)
                    .ifPresent(hops::add);
        }
    }

    /**
     * Why some calls of a client go past its sidecar, if they may: what it dials by an address that the mesh does not know is
     * let out as it is while egress is open (OSM v1.2.4, pkg/envoy/lds/listener.go), and init containers run before it.
     */
    private Optional<String> pastSidecar(Workload client) {
        Optional<String> outside = mesh.membership().outside(client);
        if (outside.isPresent()) {
            return outside;
        }
        if (!mesh.mode().egress().isClosed()) {
            return Optional.of("its sidecar lets out what is for other addresses");
        }
        if (client.pod().containers().stream().anyMatch(Container::init)) {
            return Optional.of("its init containers run before its sidecar");
        }
        return mesh.exclusions().passesRanges(client)
                ? Optional.of("some addresses are excluded from its sidecar")
                : Optional.empty();
    }

    /** Whether an IngressBackend may take a pod for one of those that it lets in, by its address. */
    private boolean mayComeBy(Workload client, Ingress ingress) {
        List<Source> addresses =
                ingress.policy().sources().stream().filter(Source::isAddress).toList();
        return addresses.isEmpty() || addresses.stream().anyMatch(source -> mayBe(client, source));
    }

    private boolean mayBe(Workload client, Source source) {
        if (source.isService()) {
            Optional<Service> named = mesh.application().service(source.name());
            return named.filter(
                            service -> mesh.application().selectedBy(service).contains(client))
                    .isPresent();
        }
        return PRIVATE.stream()
                .anyMatch(range -> Cidr.overlap(range, source.name().name()));
    }
}
