package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.SplitFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Compares the ports of an apex with those of a backend. */
public final class SplitPorts {

    private final Application application;
    private final PortReading protocols;

    /** @param protocols what the mesh takes ports for */
    public SplitPorts(Application application, PortReading protocols) {
        this.application = application;
        this.protocols = protocols;
    }

    boolean isRaw(Service service, ServicePort port) {
        return isRaw(protocols.protocol(service, port));
    }

    List<SplitFault> faults(Service apex, Service leaf, OptionalInt backend) {
        List<SplitFault> faults = new ArrayList<>();
        for (ServicePort port : apex.tcpPorts()) {
            Optional<ServicePort> same = leaf.tcpPort(port.number());
            if (same.isEmpty()) {
                faults.add(new SplitFault(
                        Kind.PORT,
                        backend,
                        true,
                        "backend " + leaf.name() + " has no port " + port.number(),
                        "the mesh leaves it out on that port: the others get its share",
                        "give the backend every port of " + apex.name() + ", under the same number"));
            }
            conflict(apex, port, leaf)
                    .map(conflict -> mismatch(backend, true, conflict, "calls to this backend fail"))
                    .or(() -> same.filter(found -> leadsElsewhere(apex, port, leaf, found))
                            .map(found -> mismatch(
                                    backend,
                                    false,
                                    "port " + port.number() + " leads to " + port.target() + " of the pods, and to "
                                            + found.target() + " through backend " + leaf.name(),
                                    "callers in the mesh reach the one, all others the other")))
                    .ifPresent(faults::add);
        }
        return faults;
    }

    private static SplitFault mismatch(OptionalInt backend, boolean breaks, String message, String consequence) {
        return new SplitFault(
                Kind.MISMATCH,
                backend,
                breaks,
                message,
                consequence,
                "give the ports of both Services the same appProtocol and targetPort");
    }

    /**
     * Why calls to a port of the apex fail at a backend whose pods are allowed: the caller's proxy goes by the apex, the
     * pods' by the backend. Pods know the apex once as the Service that selects them and once with each port of the
     * backend; where these differ on one port of the pods, two virtual hosts have one name (OSM v1.2.4,
     * pkg/catalog/inbound_traffic_policies.go getUpstreamServicesIncludeApex).
     */
    public Optional<String> conflict(Service apex, ServicePort port, Service leaf) {
        if (apex.equals(leaf)) {
            return Optional.empty();
        }
        Optional<AppProtocol> spoken = protocols.protocol(apex, port);
        for (ServicePort other : leaf.tcpPorts()) {
            Optional<AppProtocol> there = protocols.protocol(leaf, other);
            boolean bothHttp = isHttp(spoken) && isHttp(there);
            boolean bothRaw = isRaw(spoken) && isRaw(there);
            if (other.number() == port.number() && !bothHttp && !bothRaw) {
                return Optional.of("port " + port.number() + " is " + shown(spoken) + ", and " + shown(there)
                        + " on backend " + leaf.name());
            }
            boolean differs = !spoken.equals(there) || other.number() != port.number();
            if (bothHttp && differs && meet(apex, port, leaf, other)) {
                return Optional.of("port " + port.number() + " (" + shown(spoken) + ") and port " + other.number()
                        + " (" + shown(there) + ") of backend " + leaf.name()
                        + " lead to the same port of the same pods, whose proxies refuse that");
            }
        }
        return Optional.empty();
    }

    private static boolean isHttp(Optional<AppProtocol> protocol) {
        return protocol.filter(AppProtocol::isHttp).isPresent();
    }

    private static boolean isRaw(Optional<AppProtocol> protocol) {
        return protocol.filter(known -> !known.isHttp()).isPresent();
    }

    private static String shown(Optional<AppProtocol> protocol) {
        return protocol.map(AppProtocol::toString).orElse("of no protocol that the mesh supports");
    }

    private boolean meet(Service apex, ServicePort port, Service leaf, ServicePort other) {
        return shared(apex, leaf).stream().anyMatch(pods -> {
            OptionalInt target = port.target().on(pods.pod());
            return target.isPresent() && target.equals(other.target().on(pods.pod()));
        });
    }

    private boolean leadsElsewhere(Service apex, ServicePort port, Service leaf, ServicePort same) {
        return shared(apex, leaf).stream()
                .anyMatch(pods ->
                        !port.target().on(pods.pod()).equals(same.target().on(pods.pod())));
    }

    private List<Workload> shared(Service apex, Service leaf) {
        List<Workload> behind = application.selectedBy(leaf);
        return application.selectedBy(apex).stream().filter(behind::contains).toList();
    }
}
