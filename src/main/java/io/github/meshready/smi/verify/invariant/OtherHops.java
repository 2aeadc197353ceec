package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.mesh.Arrival;
import io.github.meshready.smi.mesh.DestinationPolicy;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.invariant.Doors.Dial;
import io.github.meshready.smi.verify.invariant.Doors.Door;
import io.github.meshready.smi.verify.invariant.Openings.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;

/** What passes of the calls to pods of those who are not among the manifests. */
final class OtherHops {

    /** No pods have such an identity, so that only what is for everybody counts. */
    private static final ObjectName NOBODY = new ObjectName("", "");

    private final Mesh mesh;
    private final Doors doors;
    private final Openings openings;
    private final ArrivedCall arrived;
    private final Set<String> harmless;

    OtherHops(Mesh mesh, Doors doors, Openings openings, ArrivedCall arrived, Set<String> harmless) {
        this.mesh = mesh;
        this.doors = doors;
        this.openings = openings;
        this.arrived = arrived;
        this.harmless = harmless;
    }

    /** Of pods that run as an account and have a sidecar. */
    List<Hop> between(Party.Account from, Party.Pods to) {
        List<Hop> hops = atDoors(to, true, (door, port) -> {
            Arrival arrival = new Arrival(
                    to.workload(), port, mesh.decideFrom(from.name(), to.workload(), port), Optional.empty());
            return arrival.mayPass()
                    ? arrived.hop(from, from.name(), dial(door, to, from.name().namespace()), arrival).stream()
                            .toList()
                    : List.of();
        });
        for (Opening opening : openings.of(to.workload())) {
            if (opening.isUnseen() || !mesh.mode().egress().isClosed()) {
                hops.add(opening.hop(from, to));
            }
        }
        return hops;
    }

    /** Of whoever an IngressBackend lets in. */
    List<Hop> between(Party.Ingress from, Party.Pods to) {
        return atDoors(
                to,
                false,
                (door, port) -> mesh.ingress().of(door.service(), port.targetPort()).stream()
                        .filter(ingress -> ingress.policy().equals(from.policy())
                                && !mesh.ingress().drops(ingress.policy()))
                        .limit(1)
                        .map(ingress -> arrived.byIngress(
                                from,
                                to,
                                door.name(),
                                port,
                                ingress,
                                !mesh.ingress().isContested(ingress)))
                        .toList());
    }

    private Dial dial(Door door, Party.Pods to, String namespace) {
        return doors.dial(to.workload(), door, namespace);
    }

    /** Of anyone: where no sidecar looks, and where policies name nobody, or do not count. */
    List<Hop> between(Party.Anyone from, Party.Pods to) {
        List<Hop> hops = new ArrayList<>();
        openings.of(to.workload()).forEach(opening -> hops.add(opening.hop(from, to)));
        hops.addAll(atDoors(to, true, (door, port) -> switch (mesh.decideFrom(NOBODY, to.workload(), port)
                .outcome()) {
            case PERMISSIVE -> List.of(arrived.permissive(from, to, door.name(), arrived.anything(port), true));
            case NO_TARGET -> byTargetsForAll(from, to, door, port);
            default -> List.of();
        }));
        return hops;
    }

    private List<Hop> byTargetsForAll(Party.Anyone from, Party.Pods to, Door door, ServedPort port) {
        Optional<DestinationPolicy> policy = mesh.destination(to.workload().account());
        if (policy.isEmpty() || port.isHttp() && policy.get().badRegex().isPresent()) {
            return List.of();
        }
        return policy.get().targets().stream()
                .filter(target -> target.sources().isEmpty() && mesh.policies().opens(target, port.targetPort()))
                .flatMap(target -> toAll(from, to, door, port, target).stream())
                .toList();
    }

    /** Without sources a target is for everybody whose sidecar knows the pods (OSM v1.2.4, pkg/envoy/rbac/policy.go). */
    private Optional<Hop> toAll(Party.Anyone from, Party.Pods to, Door door, ServedPort port, TrafficTarget target) {
        ObjectName account = to.workload().account();
        String reason = "as " + target.object().described() + " names no source, which the mesh takes for anyone";
        Optional<String> sent = port.isHttp()
                ? new RequestSearch(mesh, Optional.empty(), account, port, harmless)
                        .find(dial(door, to, door.service().name().namespace()).hosts())
                        .map(RequestSearch.Found::text)
                : Optional.of(arrived.anything(port));
        return sent.map(text -> new Hop(from, to, door.name(), text, reason, true, ArrivedCall.cause(target)));
    }

    /**
     * What is found at each port of pods that their sidecar guards.
     *
     * @param byMesh whether callers are sidecars, which refuse Services that are not sound
     */
    private List<Hop> atDoors(Party.Pods to, boolean byMesh, BiFunction<Door, ServedPort, List<Hop>> find) {
        Workload server = to.workload();
        List<Hop> hops = new ArrayList<>();
        for (Door door : doors.to(server)) {
            OptionalInt target = door.port().target().on(server.pod());
            boolean isBroken = door.port().meshProtocol().protocol().isEmpty()
                    || mesh.listeners().outboundFault(door.service()).isPresent();
            boolean leadsThere = !door.toPods()
                    && target.isPresent()
                    && mesh.application().selectedBy(door.service()).contains(server)
                    && mesh.isGuarded(server, target.getAsInt())
                    && !(byMesh && isBroken);
            if (leadsThere) {
                hops.addAll(find.apply(door, ServedPort.of(door.service(), door.port(), target.getAsInt())));
            }
        }
        return hops;
    }
}
