package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.policy.TrafficTarget;
import java.util.List;

/**
 * Access that the policies open.
 *
 * @param source the account that may call
 * @param destination the account that it may call
 * @param port the port that it may reach
 * @param by the TrafficTargets that name the source
 */
public record Grant(ObjectName source, ObjectName destination, ServedPort port, List<TrafficTarget> by) {

    public Grant {
        by = List.copyOf(by);
    }

    /** The access alone, without the policies that open it. */
    public Access access() {
        return new Access(source, destination, port.targetPort());
    }
}
