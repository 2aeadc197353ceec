package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Services whose ports make proxies refuse their whole configuration, because two chains of filters match the same. The
 * transport of a port is not looked at (OSM v1.2.4, pkg/envoy/lds; osm#5108, osm#5223). The fork's proxies have one entry
 * for a port, into which the second one goes as well (fsm, pkg/sidecar/v1/providers/pipy/repo/policy.go newTrafficMatch).
 */
public final class Listeners {

    private final Application application;
    private final boolean refuses;
    private final Map<Workload, Optional<String>> inbound = new HashMap<>();

    Listeners(Application application, Dialect dialect) {
        this.application = application;
        this.refuses = dialect.usesEnvoy();
    }

    /** Why callers' proxies refuse a Service, if they do: two ports of one number. */
    public Optional<String> outboundFault(Service service) {
        if (!refuses) {
            return Optional.empty();
        }
        Set<Integer> seen = new HashSet<>();
        return service.ports().stream()
                .filter(port -> !seen.add(port.number()))
                .findFirst()
                .map(port -> "Service " + service.name() + " has port " + port.number() + " twice");
    }

    /** Why the proxies of a workload's pods refuse a Service, if they do: two ports that lead to one of the pods. */
    public Optional<String> inboundFault(Service service, Workload workload) {
        if (!refuses) {
            return Optional.empty();
        }
        Map<Integer, ServicePort> seen = new HashMap<>();
        for (ServicePort port : service.ports()) {
            OptionalInt target = port.target().on(workload.pod());
            if (target.isPresent()) {
                ServicePort other = seen.putIfAbsent(target.getAsInt(), port);
                if (other != null) {
                    return Optional.of("ports " + other.number() + " and " + port.number() + " of Service "
                            + service.name() + " lead to the same port " + target.getAsInt() + " of "
                            + workload.name());
                }
            }
        }
        return Optional.empty();
    }

    /** Why the proxies of a workload's pods refuse their configuration, if they do, because of any Service. */
    Optional<String> inboundFault(Workload workload) {
        return inbound.computeIfAbsent(
                workload,
                key -> application.servicesOf(key).stream()
                        .flatMap(service -> inboundFault(service, key).stream())
                        .findFirst());
    }
}
