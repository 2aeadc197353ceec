package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;

/**
 * What a client dials.
 *
 * @param client the caller
 * @param service the Service whose name it uses
 * @param port the port that it dials
 * @param toPods whether it uses the names of single pods of the Service, such as {@code db-0.db}
 */
public record Connection(Workload client, Service service, ServicePort port, boolean toPods) {

    /** A connection to the Service by its own name. */
    public Connection(Workload client, Service service, ServicePort port) {
        this(client, service, port, false);
    }
}
