package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Location;
import java.util.Optional;

/**
 * One port of a Service.
 *
 * @param index its position in the Service's list
 * @param name its name, possibly empty
 * @param number the port that clients dial
 * @param target the port that the pods listen on
 * @param transport TCP, UDP or SCTP
 * @param appProtocol the declared application protocol, as written
 * @param meshProtocol what the mesh takes it for
 * @param location where the port stands
 */
public record ServicePort(
        int index,
        String name,
        int number,
        TargetPort target,
        String transport,
        Optional<String> appProtocol,
        MeshProtocol meshProtocol,
        Location location) {

    public boolean isTcp() {
        return transport.equals("TCP");
    }
}
