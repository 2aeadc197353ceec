package io.github.meshready.smi.call;

import io.github.meshready.smi.app.AppProtocol;
import java.util.Optional;

/**
 * A call that the build's configuration declares, or one that it says is none.
 *
 * @param from the workload: {@code name}, {@code namespace/name} or {@code Kind/namespace/name}; empty for any, where
 *     calls are ignored
 * @param to the Service: {@code name} or {@code namespace/name}; empty for any, where calls are ignored
 * @param port the Service's port by number or name; empty for the only one, or for any where calls are ignored
 * @param protocol what is spoken on the port, if that is declared as well
 * @param reason why, in the words of who declared it; possibly empty
 */
public record DeclaredCall(String from, String to, String port, Optional<AppProtocol> protocol, String reason) {

    /** A declaration without a protocol and a reason. */
    public DeclaredCall(String from, String to, String port) {
        this(from, to, port, Optional.empty(), "");
    }

    @Override
    public String toString() {
        return (from.isEmpty() ? "any" : from) + " -> " + (to.isEmpty() ? "any" : to)
                + (port.isEmpty() ? "" : ":" + port);
    }
}
