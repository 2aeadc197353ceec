package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.Mesh;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

        /** As messages name it. */
        String name() {
            return service.name() + ":" + port.number();
        }
    }

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

    List<Door> to(Workload workload) {
        return doors.getOrDefault(workload, List.of());
    }
}
