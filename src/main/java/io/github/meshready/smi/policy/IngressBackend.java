package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.KubeObject;
import java.util.List;

/**
 * An IngressBackend as it stands in a manifest.
 *
 * @param object the object
 * @param backends the Services and pod ports that it opens to traffic from outside of the mesh
 */
public record IngressBackend(KubeObject object, List<Backend> backends) {

    public IngressBackend {
        backends = List.copyOf(backends);
    }

    /**
     * One opened port.
     *
     * @param service name of a Service in the same namespace
     * @param port port of its pods
     */
    public record Backend(String service, int port) {}
}
