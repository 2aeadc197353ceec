package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import java.util.Optional;

/** A call through the caller's sidecar to pods that the sidecar knows: it speaks mesh TLS to them. */
final class SidecarCall {

    private final Mesh mesh;
    private final ObjectName source;
    private final Optional<HttpRequest> request;

    /** @param source the account of the caller */
    SidecarCall(Mesh mesh, ObjectName source, Optional<HttpRequest> request) {
        this.mesh = mesh;
        this.source = source;
        this.request = request;
    }

    Decision to(Endpoint endpoint) {
        Workload server = endpoint.workload();
        Optional<String> outside = mesh.membership().outside(server);
        if (outside.isPresent()) {
            return Decision.of(
                    Outcome.SERVER_WITHOUT_SIDECAR,
                    server.name() + " has no sidecar (" + outside.get()
                            + "), and the caller's sidecar speaks mesh TLS to it");
        }
        if (mesh.exclusions().inbound(server, endpoint.targetPort())) {
            return Decision.of(
                    Outcome.SERVER_PORT_EXCLUDED,
                    server.name() + " keeps port " + endpoint.targetPort()
                            + " from its sidecar, and the caller's sidecar speaks mesh TLS to it");
        }
        Optional<String> fault = mesh.listeners().inboundFault(server);
        if (fault.isPresent()) {
            return Decision.of(Outcome.LISTENER_REJECTED, fault.get() + ": its proxies refuse their configuration");
        }
        if (mesh.mode().permissive()) {
            return Decision.of(Outcome.PERMISSIVE, "permissive mode allows every call between meshed pods");
        }
        return mesh.decideAt(source, server.account(), endpoint.port(), request);
    }
}
