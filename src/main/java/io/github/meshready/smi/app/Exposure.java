package io.github.meshready.smi.app;

import java.util.List;

/**
 * A Service that traffic from outside of the mesh reaches.
 *
 * @param service the Service
 * @param ports the ports that it reaches
 * @param way how it gets there
 * @param how by what, in words
 */
public record Exposure(Service service, List<ServicePort> ports, Way way, String how) {

    /** How traffic from outside gets to a Service. */
    public enum Way {
        /** Straight, by an address of the Service or of the nodes. */
        DIRECT,
        /** Through a proxy that routes requests: an ingress controller, a gateway, a router. */
        PROXY
    }

    public Exposure {
        ports = List.copyOf(ports);
    }

    public boolean isDirect() {
        return way == Way.DIRECT;
    }
}
