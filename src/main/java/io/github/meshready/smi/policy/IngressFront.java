package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Exposure;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import java.util.List;
import java.util.Optional;

/**
 * What stands in front of the application, with the Services that it names found.
 *
 * @param declared what the build's configuration says
 * @param to the Services that it is in front of; empty for all that are exposed in its way
 */
record IngressFront(DeclaredIngress declared, List<Target> to) {

    /**
     * A Service that is named.
     *
     * @param service the Service
     * @param port the port of it that is meant; empty for all that are exposed
     */
    record Target(Service service, Optional<ServicePort> port) {}

    /** Addresses reach Services that have one themselves; controllers are in front of what has a route. */
    boolean isFor(Exposure exposure) {
        if (!to.isEmpty()) {
            return to.stream().anyMatch(target -> target.service().equals(exposure.service()));
        }
        return exposure.isDirect()
                ? !declared.ranges().isEmpty()
                : declared.service().isPresent() || declared.isEncrypted();
    }

    /** The ports of an exposure that are meant. */
    List<ServicePort> ports(Exposure exposure) {
        return exposure.ports().stream()
                .filter(port -> to.isEmpty()
                        || to.stream()
                                .filter(target -> target.service().equals(exposure.service()))
                                .anyMatch(target -> target.port()
                                        .filter(named -> !named.equals(port))
                                        .isEmpty()))
                .toList();
    }

    /** Those of the callers that come the way of an exposure: addresses straight, controllers by a route. */
    DeclaredIngress callers(Exposure exposure) {
        if (!to.isEmpty() || declared.service().isEmpty() || declared.ranges().isEmpty()) {
            return declared;
        }
        return exposure.isDirect()
                ? new DeclaredIngress(Optional.empty(), declared.ranges(), declared.principals(), declared.to())
                : new DeclaredIngress(declared.service(), List.of(), declared.principals(), declared.to());
    }
}
