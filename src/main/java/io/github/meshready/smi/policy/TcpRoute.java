package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.manifest.Location;
import java.util.List;

/**
 * A TCPRoute as it stands in a manifest.
 *
 * @param object the object
 * @param ports the ports of the pods that it opens; none means every port
 */
public record TcpRoute(KubeObject object, List<Port> ports) {

    private static final long LARGEST = 65535;

    public TcpRoute {
        ports = List.copyOf(ports);
    }

    /**
     * A port as written.
     *
     * @param written the number in the manifest, in range or not
     * @param location where it stands
     */
    public record Port(long written, Location location) {

        public boolean isInRange() {
            return written >= 1 && written <= LARGEST;
        }

        /** The port that OSM opens: it keeps 16 bits (OSM v1.2.4, pkg/catalog/traffictarget.go toUint16Slice). */
        public int effective() {
            return (int) (written & LARGEST);
        }
    }
}
