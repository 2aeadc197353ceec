package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import java.util.Optional;

/**
 * A port that pods of an account serve through a Service.
 *
 * @param service the Service
 * @param port its port
 * @param targetPort the port of the pods
 * @param protocol what the mesh takes it for; empty if it supports what is declared not at all
 */
public record ServedPort(Service service, ServicePort port, int targetPort, Optional<AppProtocol> protocol) {

    /** A port as the mesh takes it. */
    public static ServedPort of(Service service, ServicePort port, int targetPort) {
        return new ServedPort(service, port, targetPort, port.meshProtocol().protocol());
    }

    public boolean isHttp() {
        return protocol.filter(AppProtocol::isHttp).isPresent();
    }

    /** Whether the mesh knows only connections there, not requests. */
    public boolean isRaw() {
        return protocol.filter(known -> !known.isHttp()).isPresent();
    }
}
