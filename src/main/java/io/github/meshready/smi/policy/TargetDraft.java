package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.policy.Grants.Access;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A TrafficTarget in the making: everything but names.
 *
 * @param destination the account that is called
 * @param source the account that may call
 * @param access what it may do
 * @param bounded whether a TCPRoute has to bound its ports
 */
record TargetDraft(ObjectName destination, ObjectName source, Access access, boolean bounded) {

    /** Source and destination: what tells one target from another. */
    record Pair(ObjectName source, ObjectName destination) {

        String wish() {
            return source.name() + "-to-" + destination.name();
        }

        /** Enters the hash in a name that others wish for too, so it stays as it is. */
        @Override
        public String toString() {
            return source + " -> " + destination;
        }
    }

    /** Destination and ports: what tells one TCPRoute from another. */
    record PortSet(ObjectName destination, List<Integer> ports) {

        String wish() {
            return destination.name() + "-"
                    + ports.stream().map(String::valueOf).collect(Collectors.joining("-"));
        }

        /** See {@link Pair#toString()}. */
        @Override
        public String toString() {
            return destination + " " + ports;
        }
    }

    Pair pair() {
        return new Pair(source, destination);
    }

    PortSet portSet() {
        return new PortSet(destination, List.copyOf(access.ports()));
    }
}
