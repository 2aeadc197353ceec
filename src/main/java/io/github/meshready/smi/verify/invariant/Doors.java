package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.HostNames;
import io.github.meshready.smi.mesh.Mesh;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** By which Services and ports callers come to the pods of each workload. */
final class Doors {

    private final Mesh mesh;
    private final Map<Workload, List<Door>> doors = new HashMap<>();

    /**
     * A way to pods.
     *
     * @param service the Service that is dialled
     * @param port its port
     * @param toPods whether the names of single pods are dialled
     */
    record Door(Service service, ServicePort port, boolean toPods) {

        Connection from(Workload client) {
            return new Connection(client, service, port, toPods);
        }

        /** @param namespace the caller's */
        Dial dial(String namespace) {
            return new Dial(name(), toPods ? List.of() : new HostNames(service, port, namespace).hosts());
        }

        /** As messages name it. */
        String name() {
            return service.name() + ":" + port.number();
        }
    }

    /**
     * What is dialled.
     *
     * @param name as messages name it
     * @param hosts what requests may be for; any if there are none
     */
    record Dial(String name, List<String> hosts) {}

    Doors(Mesh mesh) {
        this.mesh = mesh;
        mesh.application().services().stream()
                .sorted(Comparator.comparing(Service::name))
                .forEach(this::add);
    }

    private void add(Service service) {
        for (ServicePort port : service.tcpPorts()) {
            Set<Workload> behind = new LinkedHashSet<>(mesh.application().selectedBy(service));
            mesh.splits()
                    .leaves(service, port, false)
                    .forEach(leaf -> behind.addAll(mesh.application().selectedBy(leaf.service())));
            for (Workload workload : behind) {
                List<Door> known = doors.computeIfAbsent(workload, key -> new ArrayList<>());
                known.add(new Door(service, port, false));
                if (mesh.application().namesPods(service)) {
                    known.add(new Door(service, port, true));
                }
            }
        }
    }

    /**
     * What somebody dials of whom the manifests do not say more: the names of all that leads to the pods on the door's port, as
     * proxies know these together.
     *
     * @param namespace the caller's
     */
    Dial dial(Workload server, Door door, String namespace) {
        List<Door> same = to(server).stream()
                .filter(each -> each.port().number() == door.port().number())
                .toList();
        List<String> hosts = Stream.concat(Stream.of(door), same.stream())
                .flatMap(each -> each.dial(namespace).hosts().stream())
                .distinct()
                .toList();
        return new Dial(door.name(), same.stream().anyMatch(Door::toPods) ? List.of() : hosts);
    }

    List<Door> to(Workload workload) {
        return doors.getOrDefault(workload, List.of());
    }
}
