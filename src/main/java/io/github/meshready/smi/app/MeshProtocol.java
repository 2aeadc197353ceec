package io.github.meshready.smi.app;

import java.util.Optional;

/**
 * What the mesh takes a Service port for (OSM v1.2.4, pkg/k8s/client.go ServiceToMeshServices): appProtocol, else a
 * prefix of the port's name where the version reads it, else http.
 *
 * @param protocol the protocol; empty if appProtocol holds a value that the mesh does not support, which breaks the
 *     port for every client
 * @param origin where it comes from
 */
public record MeshProtocol(Optional<AppProtocol> protocol, Origin origin) {

    /** Where the mesh takes a port's protocol from. */
    public enum Origin {
        APP_PROTOCOL,
        NAME_PREFIX,
        DEFAULT
    }

    /**
     * What a version of the mesh takes a port for.
     *
     * @param name the port's name, possibly empty
     */
    static MeshProtocol of(Optional<String> appProtocol, String name, Dialect dialect) {
        if (appProtocol.isPresent()) {
            Optional<AppProtocol> known = AppProtocol.of(appProtocol.get());
            return new MeshProtocol(
                    known.filter(protocol -> protocol == dialect.nearest(protocol)), Origin.APP_PROTOCOL);
        }
        for (AppProtocol protocol : dialect.namePrefixes()) {
            if (name.startsWith(protocol + "-")) {
                return new MeshProtocol(Optional.of(protocol), Origin.NAME_PREFIX);
            }
        }
        return new MeshProtocol(Optional.of(AppProtocol.HTTP), Origin.DEFAULT);
    }
}
