package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import java.util.Locale;
import java.util.Optional;

/**
 * An address that leads to no call that could be granted, or to another one than it says.
 *
 * @param source the workload that is given it
 * @param address host and port as found
 * @param service the Service that it names, if there is one
 * @param reason why it leads nowhere
 * @param explanation the reason in words
 * @param evidence where it was found
 */
public record Unresolved(
        Workload source,
        Address address,
        Optional<Service> service,
        Reason reason,
        String explanation,
        Evidence evidence) {

    /** Why an address leads to no call. */
    public enum Reason {
        NO_SUCH_SERVICE,
        NO_SUCH_PORT,
        /** What its scheme means does not exist; a port that does is called instead. */
        PORT_ASSUMED,
        PORT_UNCLEAR,
        NO_PODS,
        EXTERNAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
