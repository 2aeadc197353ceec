package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * A TrafficTarget to write: one source, one destination.
 *
 * @param name its name, in the destination's namespace
 * @param source the account that may call
 * @param destination the account that is called
 * @param routes the HTTP matches that are allowed
 * @param tcpRoute name of the TCPRoute that bounds the ports
 * @param reasons the calls that need it, in words
 */
public record PlannedTarget(
        ObjectName name,
        ObjectName source,
        ObjectName destination,
        List<RouteRef> routes,
        Optional<String> tcpRoute,
        List<String> reasons) {

    public PlannedTarget {
        routes = List.copyOf(routes);
        reasons = List.copyOf(reasons);
    }
}
