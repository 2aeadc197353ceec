package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.List;

/**
 * A TCPRoute to write.
 *
 * @param name its name
 * @param ports ports of the pods, ascending, at least one
 */
public record PlannedTcpRoute(ObjectName name, List<Integer> ports) {

    public PlannedTcpRoute {
        ports = List.copyOf(ports);
    }
}
