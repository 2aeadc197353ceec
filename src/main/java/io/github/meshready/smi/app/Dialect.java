package io.github.meshready.smi.app;

import java.util.List;
import java.util.Optional;

/**
 * A version of the mesh, and everything in which versions differ. The sources name OSM by tag; of FSM, the fork, it is
 * main of February 2026 (chart 1.6.0).
 *
 * @param product OSM or FSM
 * @param major the first number of its version
 * @param minor the second number
 */
public record Dialect(Product product, int major, int minor) {

    /** Who makes the mesh. */
    public enum Product {
        /** Open Service Mesh. */
        OSM("osm", "openservicemesh.io"),
        /** Its fork, Flomesh Service Mesh (fsm, pkg/constants/constants.go). */
        FSM("fsm", "flomesh.io");

        private final String name;
        private final String domain;
        private final String monitoredBy;
        private final String injection;

        Product(String name, String domain) {
            this.name = name;
            this.domain = domain;
            this.monitoredBy = domain + "/monitored-by";
            this.injection = domain + "/sidecar-injection";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The last release of OSM. */
    public static final Dialect DEFAULT = new Dialect(Product.OSM, 1, 2);

    /** Every version of which it is known what it does. */
    public static final List<Dialect> KNOWN = List.of(
            new Dialect(Product.OSM, 0, 9),
            new Dialect(Product.OSM, 0, 10),
            new Dialect(Product.OSM, 0, 11),
            new Dialect(Product.OSM, 1, 0),
            new Dialect(Product.OSM, 1, 1),
            DEFAULT,
            new Dialect(Product.FSM, 1, 5));

    /** The dialect that a text such as {@code osm:1.2} names; the number of a patch may follow and makes no difference. */
    public static Optional<Dialect> of(String text) {
        return KNOWN.stream()
                .filter(dialect -> text.equals(dialect.toString()) || text.startsWith(dialect + "."))
                .findFirst();
    }

    private boolean since(int wantedMajor, int wantedMinor) {
        return product == Product.FSM || major > wantedMajor || major == wantedMajor && minor >= wantedMinor;
    }

    /** A label or annotation of the mesh. */
    public String key(String name) {
        return product.domain + "/" + name;
    }

    /** Label of a namespace: the name of the mesh that watches it. */
    public String monitoredBy() {
        return product.monitoredBy;
    }

    /** Annotation of a namespace or pod that asks for a sidecar, or for none. */
    public String injection() {
        return product.injection;
    }

    /** An API group of the mesh's own. */
    public String group(String name) {
        return name + "." + product.domain;
    }

    /** Group and version of IngressBackend and Egress. */
    public String policyVersion() {
        return group("policy") + "/v1alpha1";
    }

    /** Group and the served versions of TrafficSplit, the one to write first (cmd/osm-bootstrap/crds, cmd/fsm-bootstrap/crds). */
    public List<String> splitVersions() {
        return product == Product.FSM
                ? List.of("split.smi-spec.io/v1alpha4", "split.smi-spec.io/v1alpha2")
                : List.of("split.smi-spec.io/v1alpha2");
    }

    /** The only MeshConfig that the mesh reads (pkg/constants/constants.go). */
    public String meshConfigName() {
        return product + "-mesh-config";
    }

    /** Whether permissive mode and egress are on unless somebody says otherwise: since v1.2 (charts/osm/values.yaml). */
    public boolean isOpenByDefault() {
        return since(1, 2);
    }

    /**
     * The protocols that a prefix of a Service port's name can say, the longest first (v0.9.2, pkg/kubernetes/util.go;
     * v1.1.3 and v1.2.4, pkg/k8s/client.go): between v0.11 and v1.1 names said nothing.
     */
    public List<AppProtocol> namePrefixes() {
        if (since(1, 2)) {
            return List.of(AppProtocol.TCP_SERVER_FIRST, AppProtocol.HTTP, AppProtocol.TCP, AppProtocol.GRPC);
        }
        return since(0, 11) ? List.of() : List.of(AppProtocol.HTTP, AppProtocol.TCP, AppProtocol.GRPC);
    }

    /** Whether a Service port may be tcp-server-first: before v1.0 only egress knew it (docs, app_protocol_selection). */
    public boolean knowsServerFirst() {
        return since(1, 0);
    }

    /** What comes nearest to a protocol among those that the mesh knows. */
    public AppProtocol nearest(AppProtocol protocol) {
        return protocol == AppProtocol.TCP_SERVER_FIRST && !knowsServerFirst() ? AppProtocol.TCP : protocol;
    }

    /** Whether probes that only open a connection are asked past the mesh's own checks (v1.1, pkg/injector/health_probes.go). */
    public boolean rewritesConnectionProbes() {
        return since(1, 1);
    }

    /** Whether there are the kinds Retry and UpstreamTrafficSetting (v1.1, cmd/osm-bootstrap/crds). */
    public boolean hasTrafficSettings() {
        return since(1, 1);
    }

    /** Whether the MeshConfig can say that applications are reached at the pod's address (v1.1, config_meshconfig.yaml). */
    public boolean hasProxyMode() {
        return since(1, 1);
    }

    /** The mesh's own namespace unless somebody says otherwise. */
    public String usualNamespace() {
        return product + "-system";
    }

    /** Whether there is a kind IngressBackend: v0.9 let in what an Ingress asked for (v0.9.2, charts/osm/crds). */
    public boolean hasIngressBackend() {
        return since(0, 10);
    }

    /** Whether a TrafficTarget counts only in its destination's namespace (v0.11, pkg/smi/client.go; not v0.10). */
    public boolean ignoresTargetsElsewhere() {
        return since(0, 11);
    }

    /** Whether pods on the host's network get no sidecar (v1.0, pkg/injector/webhook.go). */
    public boolean sparesHostNetwork() {
        return since(1, 0);
    }

    /** Whether a headless Service over a StatefulSet is known by its pods' names only (v1.2, pkg/k8s/client.go). */
    public boolean knowsPodsByName() {
        return since(1, 2);
    }

    /** Whether its proxies are Envoy, with what that refuses and waits for; those of FSM are not (fsm, pkg/sidecar). */
    public boolean usesEnvoy() {
        return product == Product.OSM;
    }

    /**
     * Whether routes for different callers are tried in an order that changes: OSM only (osm#5297); FSM looks among the
     * caller's own (fsm, pkg/sidecar/v1/providers/pipy).
     */
    public boolean ordersRoutesAtRandom() {
        return product == Product.OSM;
    }

    /**
     * Whether expressions have to match all of a path, without the query, and all of a header's value: OSM only. FSM looks for
     * a match anywhere in path and query, and in the value, where a header that is missing is one with an empty value (fsm,
     * pkg/sidecar/v1/providers/pipy/repo/codebase/modules/inbound-http-routing.js).
     */
    public boolean matchesWholeText() {
        return product == Product.OSM;
    }

    /** Whether an IngressBackend takes this protocol (v1.2.4, pkg/validator; FSM adds grpc). */
    public boolean takesIngress(String protocol) {
        return protocol.equals("http") || protocol.equals("https") || product == Product.FSM && protocol.equals("grpc");
    }

    @Override
    public String toString() {
        return product + ":" + major + "." + minor;
    }
}
