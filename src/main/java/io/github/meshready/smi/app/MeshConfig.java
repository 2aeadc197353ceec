package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Location;
import java.util.Optional;

/**
 * The mesh's own configuration, as far as it is read.
 *
 * @param location where it stands
 * @param namespace the namespace that the mesh runs in
 * @param permissive {@code spec.traffic.enablePermissiveTrafficPolicyMode}, if set
 */
public record MeshConfig(Location location, String namespace, Optional<Boolean> permissive) {

    /** The only name that the mesh reads (OSM v1.2.4, pkg/constants/constants.go). */
    public static final String NAME = "osm-mesh-config";

    static final String GROUP = "config.openservicemesh.io";
    static final String KIND = "MeshConfig";

    static MeshConfig of(KubeObject object) {
        Optional<Fields> traffic = object.fields().mapping("spec").flatMap(spec -> spec.mapping("traffic"));
        String key = "enablePermissiveTrafficPolicyMode";
        return new MeshConfig(
                object.location(),
                object.namespace(),
                traffic.filter(fields -> fields.value(key).isPresent()).map(fields -> fields.isTrue(key)));
    }
}
