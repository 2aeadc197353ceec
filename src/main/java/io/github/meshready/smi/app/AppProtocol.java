package io.github.meshready.smi.app;

import java.util.Locale;
import java.util.Optional;

/** The application protocols that the mesh knows (OSM v1.2.4, pkg/constants/constants.go). */
public enum AppProtocol {
    HTTP("http"),
    GRPC("grpc"),
    TCP("tcp"),
    /** TCP where the server sends the first bytes; the proxy must not wait for the client's. */
    TCP_SERVER_FIRST("tcp-server-first");

    private final String value;

    AppProtocol(String value) {
        this.value = value;
    }

    /** The value of a Service port's {@code appProtocol}. */
    public static Optional<AppProtocol> of(String appProtocol) {
        String wanted = appProtocol.toLowerCase(Locale.ROOT);
        for (AppProtocol protocol : values()) {
            if (protocol.value.equals(wanted)) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    /** Whether requests are matched by route, rather than connections by port alone. */
    public boolean isHttp() {
        return this == HTTP || this == GRPC;
    }

    @Override
    public String toString() {
        return value;
    }
}
