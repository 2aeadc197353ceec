package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import java.util.Optional;

/** Tells what the mesh takes a Service port for: as it stands in the manifests, or as it will. */
@FunctionalInterface
public interface PortReading {

    /** As it stands in the manifests. */
    PortReading WRITTEN = (service, port) -> port.meshProtocol().protocol();

    /** The protocol; empty if the mesh does not support what is declared. */
    Optional<AppProtocol> protocol(Service service, ServicePort port);
}
