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
import java.util.stream.Collectors;

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

    /** Why callers' proxies refuse a Service, if they do. */
    public Optional<String> outboundFault(Service service) {
        return repeatedPort(service).or(() -> repeatedHeadless(service));
    }

    /** Two ports of a Service with one number, for which callers' proxies refuse it. */
    public Optional<String> repeatedPort(Service service) {
        if (!refuses) {
            return Optional.empty();
        }
        Set<Integer> seen = new HashSet<>();
        return service.ports().stream()
                .filter(port -> !seen.add(port.number()))
                .findFirst()
                .map(port -> "Service " + service.name() + " has port " + port.number() + " twice");
    }

    /** A port that two headless Services of the same pods have: both stand for the pods' own addresses (osm#5231). */
    private Optional<String> repeatedHeadless(Service service) {
        if (!refuses || !service.headless()) {
            return Optional.empty();
        }
        Set<Integer> ports = service.ports().stream().map(ServicePort::number).collect(Collectors.toSet());
        return application.selectedBy(service).stream()
                .flatMap(workload -> application.servicesOf(workload).stream())
                .filter(other -> other.headless() && !other.equals(service))
                .flatMap(other -> other.ports().stream()
                        .filter(port -> ports.contains(port.number()))
                        .map(port -> "headless Services " + service.name() + " and " + other.name()
                                + " lead to the same pods on port " + port.number()))
                .findFirst();
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
