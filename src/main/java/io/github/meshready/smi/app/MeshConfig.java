package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.manifest.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The mesh's own configuration, v1alpha1 or later, as far as anything here depends on it (OSM v1.2.4,
 * pkg/apis/config/v1alpha2/mesh_config.go). The rest (certificates, tracing, log levels, images, resources) changes
 * neither who may call whom nor what has to be written.
 *
 * @param location where it stands
 * @param namespace the namespace that the mesh runs in
 * @param permissive {@code traffic.enablePermissiveTrafficPolicyMode}, if set
 * @param egress {@code traffic.enableEgress}, if set
 * @param outboundPorts {@code traffic.outboundPortExclusionList}: ports that every pod dials past its sidecar
 * @param inboundPorts {@code traffic.inboundPortExclusionList}: ports of every pod that others reach past its sidecar
 * @param outboundRanges {@code traffic.outboundIPRangeExclusionList}: addresses that every pod dials past its sidecar
 * @param includedRanges {@code traffic.outboundIPRangeInclusionList}: if not empty, only these pass the sidecar
 * @param egressPolicies {@code featureFlags.enableEgressPolicy}: whether Egress objects have an effect, if set
 * @param retryPolicies {@code featureFlags.enableRetryPolicy}: whether Retry objects have an effect, if set
 * @param sidecarRequests the resources that {@code sidecar.resources} requests or limits
 * @param proxyMode {@code sidecar.localProxyMode}: whether applications are reached at {@code Localhost} or {@code PodIP},
 *     if set
 */
public record MeshConfig(
        Location location,
        String namespace,
        Optional<Boolean> permissive,
        Optional<Boolean> egress,
        Set<Integer> outboundPorts,
        Set<Integer> inboundPorts,
        List<String> outboundRanges,
        List<String> includedRanges,
        Optional<Boolean> egressPolicies,
        Optional<Boolean> retryPolicies,
        Set<String> sidecarRequests,
        Optional<String> proxyMode) {

    public static final String KIND = "MeshConfig";

    private static final int MAX_PORT = 65535;
    private static final List<String> VERSIONS = List.of("v1alpha1", "v1alpha2", "v1alpha3");

    public MeshConfig {
        outboundPorts = Set.copyOf(outboundPorts);
        inboundPorts = Set.copyOf(inboundPorts);
        outboundRanges = List.copyOf(outboundRanges);
        includedRanges = List.copyOf(includedRanges);
        sidecarRequests = Set.copyOf(sidecarRequests);
    }

    static boolean isOne(KubeObject object, Dialect dialect) {
        return object.is(dialect.group("config"), KIND) && object.name().equals(dialect.meshConfigName());
    }

    static MeshConfig of(KubeObject object) {
        String version = object.apiVersion().substring(object.apiVersion().indexOf('/') + 1);
        if (!VERSIONS.contains(version)) {
            throw new InputException(new InputProblem(
                    object.location(),
                    "apiVersion " + Printable.text(object.apiVersion())
                            + " of the MeshConfig is none that is known, so nothing tells how the mesh is set",
                    "use one of " + String.join(", ", VERSIONS) + ": kubectl get meshconfig shows it"));
        }
        Optional<Fields> spec = object.fields().mapping("spec");
        Optional<Fields> traffic = spec.flatMap(fields -> fields.mapping("traffic"));
        return new MeshConfig(
                object.location(),
                object.namespace(),
                flag(traffic, "enablePermissiveTrafficPolicyMode"),
                flag(traffic, "enableEgress"),
                ports(traffic, "outboundPortExclusionList"),
                ports(traffic, "inboundPortExclusionList"),
                texts(traffic, "outboundIPRangeExclusionList"),
                texts(traffic, "outboundIPRangeInclusionList"),
                flag(spec.flatMap(fields -> fields.mapping("featureFlags")), "enableEgressPolicy"),
                flag(spec.flatMap(fields -> fields.mapping("featureFlags")), "enableRetryPolicy"),
                requests(spec.flatMap(fields -> fields.mapping("sidecar"))
                        .flatMap(sidecar -> sidecar.mapping("resources"))),
                spec.flatMap(fields -> fields.mapping("sidecar")).flatMap(sidecar -> sidecar.text("localProxyMode")));
    }

    /** What is limited is requested as well, unless something else is (Kubernetes API, ResourceRequirements). */
    private static Set<String> requests(Optional<Fields> resources) {
        Set<String> names = new TreeSet<>();
        for (String kind : List.of("requests", "limits")) {
            resources
                    .flatMap(fields -> fields.mapping(kind))
                    .ifPresent(fields -> names.addAll(fields.node().flattened().keySet()));
        }
        return names;
    }

    private static Optional<Boolean> flag(Optional<Fields> fields, String key) {
        return fields.flatMap(found -> found.bool(key));
    }

    private static Set<Integer> ports(Optional<Fields> traffic, String key) {
        return traffic.map(fields -> new TreeSet<>(fields.integers(key, 1, MAX_PORT)))
                .orElse(new TreeSet<>());
    }

    private static List<String> texts(Optional<Fields> traffic, String key) {
        return traffic.map(fields -> fields.strictScalars(key)).orElse(List.of()).stream()
                .map(ScalarNode::value)
                .toList();
    }
}
