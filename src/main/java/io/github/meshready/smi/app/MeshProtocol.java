package io.github.meshready.smi.app;

import java.util.List;
import java.util.Optional;

/**
 * What the mesh takes a Service port for (OSM v1.2.4, pkg/k8s/client.go ServiceToMeshServices): appProtocol, else a
 * prefix of the port's name, else http.
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

    /** Longest first: {@code tcp-} is a prefix of {@code tcp-server-first-}. */
    private static final List<AppProtocol> PREFIXES =
            List.of(AppProtocol.TCP_SERVER_FIRST, AppProtocol.HTTP, AppProtocol.TCP, AppProtocol.GRPC);

    public static MeshProtocol of(ServicePort port) {
        if (port.appProtocol().isPresent()) {
            return new MeshProtocol(port.appProtocol().flatMap(AppProtocol::of), Origin.APP_PROTOCOL);
        }
        for (AppProtocol protocol : PREFIXES) {
            if (port.name().startsWith(protocol + "-")) {
                return new MeshProtocol(Optional.of(protocol), Origin.NAME_PREFIX);
            }
        }
        return new MeshProtocol(Optional.of(AppProtocol.HTTP), Origin.DEFAULT);
    }
}
