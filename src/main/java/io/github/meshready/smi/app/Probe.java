package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Location;
import java.util.Optional;

/**
 * What the kubelet asks of a container over the network: whether it is well, or that it does something at its start or end.
 *
 * @param occasion when it asks
 * @param form how
 * @param port the port that it asks
 * @param path the path that it asks for; empty unless it asks over HTTP
 * @param encrypted whether it asks over HTTPS
 * @param location where that stands
 */
public record Probe(Occasion occasion, Form form, TargetPort port, String path, boolean encrypted, Location location) {

    /** When the kubelet asks; the mesh rewrites the first three, one of each for all containers of a pod. */
    public enum Occasion {
        STARTUP("startupProbe"),
        READINESS("readinessProbe"),
        LIVENESS("livenessProbe"),
        POST_START("postStart"),
        PRE_STOP("preStop");

        private final String field;

        Occasion(String field) {
            this.field = field;
        }

        /** Whether it asks time and again whether the container is well. */
        public boolean isProbe() {
            return this == STARTUP || this == READINESS || this == LIVENESS;
        }

        /** The field of the container or of its lifecycle. */
        @Override
        public String toString() {
            return field;
        }
    }

    /** How the kubelet asks. */
    public enum Form {
        HTTP("httpGet"),
        TCP("tcpSocket"),
        GRPC("grpc");

        private final String field;

        Form(String field) {
            this.field = field;
        }

        /** The field of the probe. */
        @Override
        public String toString() {
            return field;
        }
    }

    /** What it shows to be spoken on its port; a connection alone shows nothing. */
    Optional<AppProtocol> protocol() {
        return switch (form) {
            case HTTP -> Optional.of(encrypted ? AppProtocol.TCP : AppProtocol.HTTP);
            case GRPC -> Optional.of(AppProtocol.GRPC);
            case TCP -> Optional.empty();
        };
    }
}
