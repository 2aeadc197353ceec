package io.github.meshready.smi.call;

import io.github.meshready.smi.app.AppProtocol;
import java.util.List;
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
 * @param routes the routes that it uses, each as methods and path or by its name at the Service; none if that is not told
 */
public record DeclaredCall(
        String from, String to, String port, Optional<AppProtocol> protocol, String reason, List<String> routes) {

    public DeclaredCall {
        routes = List.copyOf(routes);
    }

    /** A declaration without routes. */
    public DeclaredCall(String from, String to, String port, Optional<AppProtocol> protocol, String reason) {
        this(from, to, port, protocol, reason, List.of());
    }

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
