package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Location;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The mesh's own configuration, as far as it is read: {@code spec.traffic}.
 *
 * @param location where it stands
 * @param namespace the namespace that the mesh runs in
 * @param permissive {@code enablePermissiveTrafficPolicyMode}, if set
 * @param egress {@code enableEgress}, if set
 * @param outboundPorts {@code outboundPortExclusionList}: ports that every pod dials past its sidecar
 * @param inboundPorts {@code inboundPortExclusionList}: ports of every pod that others reach past its sidecar
 */
public record MeshConfig(
        Location location,
        String namespace,
        Optional<Boolean> permissive,
        Optional<Boolean> egress,
        Set<Integer> outboundPorts,
        Set<Integer> inboundPorts) {

    /** The only name that the mesh reads (OSM v1.2.4, pkg/constants/constants.go). */
    public static final String NAME = "osm-mesh-config";

    static final String GROUP = "config.openservicemesh.io";
    static final String KIND = "MeshConfig";

    private static final int MAX_PORT = 65535;

    public MeshConfig {
        outboundPorts = Set.copyOf(outboundPorts);
        inboundPorts = Set.copyOf(inboundPorts);
    }

    static MeshConfig of(KubeObject object) {
        Optional<Fields> traffic = object.fields().mapping("spec").flatMap(spec -> spec.mapping("traffic"));
        return new MeshConfig(
                object.location(),
                object.namespace(),
                flag(traffic, "enablePermissiveTrafficPolicyMode"),
                flag(traffic, "enableEgress"),
                ports(traffic, "outboundPortExclusionList"),
                ports(traffic, "inboundPortExclusionList"));
    }

    private static Optional<Boolean> flag(Optional<Fields> traffic, String key) {
        return traffic.flatMap(fields -> fields.bool(key));
    }

    private static Set<Integer> ports(Optional<Fields> traffic, String key) {
        return traffic.map(fields -> new TreeSet<>(fields.integers(key, 1, MAX_PORT)))
                .orElse(new TreeSet<>());
    }
}
