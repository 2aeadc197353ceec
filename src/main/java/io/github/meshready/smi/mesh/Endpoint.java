package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Workload;

/**
 * Pods that a Service port leads to.
 *
 * @param workload what runs them
 * @param port the port that they serve
 */
record Endpoint(Workload workload, ServedPort port) {

    int targetPort() {
        return port.targetPort();
    }
}
