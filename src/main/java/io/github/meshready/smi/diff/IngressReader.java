package io.github.meshready.smi.diff;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.policy.IngressBackend.Backend;
import io.github.meshready.smi.policy.IngressBackend.Source;
import java.util.List;
import java.util.Locale;

/** What comes in from outside of the mesh: by IngressBackends, and to pods that no sidecar guards. */
final class IngressReader {

    private static final String ANY_CERTIFICATE = "any certificate of the mesh";

    private final Mesh mesh;
    private final Openings openings;

    IngressReader(Mesh mesh, Openings openings) {
        this.mesh = mesh;
        this.openings = openings;
    }

    void read() {
        for (IngressBackend policy : mesh.policies().ingressBackends()) {
            if (mesh.membership().unwatched(policy.object().namespace()).isEmpty()) {
                policy.backends().forEach(backend -> add(policy, backend));
            }
        }
        for (Service service : mesh.application().services()) {
            for (ServicePort port : service.tcpPorts()) {
                mesh.application().selectedBy(service).forEach(workload -> addBare(service, port, workload));
            }
        }
    }

    /** Sources that are no addresses restrict nothing over http (OSM v1.2.4, pkg/envoy/lds/ingress.go). */
    private void add(IngressBackend policy, Backend backend) {
        List<String> addresses = policy.sources().stream()
                .filter(Source::isAddress)
                .map(source -> source.isService()
                        ? "Service " + source.name()
                        : source.name().name())
                .toList();
        boolean asks = backend.isEncrypted() && !backend.skipsClientCertificate();
        List<String> certificates = policy.sources().stream()
                .filter(source -> !source.isAddress())
                .map(source -> source.name().name())
                .toList();
        for (String address : addresses.isEmpty() ? List.of(Door.ANYONE) : addresses) {
            for (String shown :
                    !asks ? List.of("") : certificates.isEmpty() ? List.of(ANY_CERTIFICATE) : certificates) {
                String from =
                        shown.isEmpty() ? address : address.equals(Door.ANYONE) ? shown : shown + " from " + address;
                openings.add(
                        door(from, new ObjectName(policy.object().namespace(), backend.service()), backend.port()),
                        Permission.everything(backend.protocol().toLowerCase(Locale.ROOT)),
                        List.of(policy.object().location()));
            }
        }
    }

    private void addBare(Service service, ServicePort port, Workload workload) {
        port.target().on(workload.pod()).ifPresent(target -> {
            boolean bare = mesh.membership().outside(workload).isPresent()
                    || mesh.exclusions().inbound(workload, target);
            if (bare) {
                Location place = workload.object().location();
                openings.add(door(Door.ANYONE, service.name(), target), Permission.everything(""), List.of(place));
            }
        });
    }

    private static Door door(String from, ObjectName service, int port) {
        return new Door(Door.Kind.INGRESS, from, "Service " + service, Integer.toString(port));
    }
}
