package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;
import java.util.List;

/**
 * An IngressBackend as it stands in a manifest.
 *
 * @param object the object
 * @param backends the Services and pod ports that it opens to traffic from outside of the mesh
 * @param sources who may send such traffic
 */
public record IngressBackend(KubeObject object, List<Backend> backends, List<Source> sources) {

    public IngressBackend {
        backends = List.copyOf(backends);
        sources = List.copyOf(sources);
    }

    /**
     * One opened port.
     *
     * @param service name of a Service in the same namespace
     * @param port port of its pods
     * @param protocol http, or https with certificates of the mesh
     * @param skipsClientCertificate whether https does without a certificate of the client
     * @param location where it stands
     */
    public record Backend(
            String service, int port, String protocol, boolean skipsClientCertificate, Location location) {

        private static final String HTTPS = "https";

        /** Whether the caller has to speak TLS. */
        public boolean isEncrypted() {
            return protocol.equalsIgnoreCase(HTTPS);
        }
    }

    /**
     * One kind of caller.
     *
     * @param kind Service, IPRange or AuthenticatedPrincipal
     * @param name a Service's name and namespace, a CIDR, or a principal
     * @param location where it stands
     */
    public record Source(String kind, ObjectName name, Location location) {

        static final String SERVICE = "Service";
        static final String IP_RANGE = "IPRange";
        static final String PRINCIPAL = "AuthenticatedPrincipal";

        /** Whether it says which addresses callers have: only such sources restrict http. */
        public boolean isAddress() {
            return isService() || kind.equals(IP_RANGE);
        }

        public boolean isService() {
            return kind.equals(SERVICE);
        }

        public boolean isRange() {
            return kind.equals(IP_RANGE);
        }

        /** Whether it is an identity in a certificate of the mesh: only such sources restrict https. */
        public boolean isPrincipal() {
            return kind.equals(PRINCIPAL);
        }
    }

    /** Where a field of the port of a backend stands, {@code number} or {@code protocol}. */
    public Location portLocation(Backend backend, String field) {
        return object.fields()
                .requiredMapping("spec")
                .mappings("backends")
                .get(backends.indexOf(backend))
                .requiredMapping("port")
                .location(field);
    }

    /** What it opens of a Service's pods on a port. */
    List<Backend> to(ObjectName service, int targetPort) {
        if (!object.namespace().equals(service.namespace())) {
            return List.of();
        }
        return backends.stream()
                .filter(backend -> backend.service().equals(service.name()) && backend.port() == targetPort)
                .toList();
    }
}
