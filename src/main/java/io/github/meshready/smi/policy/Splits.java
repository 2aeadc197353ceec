package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where calls to a Service end up: at its own pods, or at those of the backends of a TrafficSplit. A split grants
 * nothing: the caller needs a TrafficTarget to the accounts behind each backend (OSM v1.2.4,
 * pkg/catalog/outbound_traffic_policies.go).
 */
public final class Splits {

    private final Application application;
    private final Map<ObjectName, List<Split>> byApex = new HashMap<>();

    public Splits(Application application, List<Split> splits) {
        this.application = application;
        splits.forEach(split ->
                byApex.computeIfAbsent(split.apex(), key -> new ArrayList<>()).add(split));
    }

    /**
     * A port that answers calls.
     *
     * @param service the Service
     * @param port its own port, which may lead to another port of the pods than that of the Service that was called
     */
    public record Leaf(Service service, ServicePort port) {}

    /**
     * Whether calls to a Service are spread over others. Of a headless Service that names the pods of a StatefulSet the
     * mesh knows only these names, which no split applies to (pkg/k8s/client.go ServiceToMeshServices).
     */
    public boolean spread(Service service) {
        return byApex.containsKey(service.name()) && !application.namesPods(service);
    }

    /**
     * The ports that calls to a port end up at. Weights change at run time, so every backend counts, whatever its
     * weight is now; one that has no port of the same number is left out by the mesh.
     *
     * @param toPods whether the calls name single pods; these are not spread
     * @return the port itself if no split spreads the calls; none if no backend of the split has the port
     */
    public List<Leaf> leaves(Service service, ServicePort port, boolean toPods) {
        return toPods || !spread(service)
                ? List.of(new Leaf(service, port))
                : byApex.get(service.name()).stream()
                        .flatMap(split -> split.backends().stream())
                        .map(Split.Backend::service)
                        .distinct()
                        .flatMap(backend -> application.service(backend).stream())
                        .flatMap(leaf -> leaf.tcpPort(port.number()).stream().map(same -> new Leaf(leaf, same)))
                        .toList();
    }
}
