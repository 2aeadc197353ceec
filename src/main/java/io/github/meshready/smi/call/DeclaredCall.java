package io.github.meshready.smi.call;

/**
 * A call that the build's configuration declares, or one that it says is none.
 *
 * @param from the workload: {@code name}, {@code namespace/name} or {@code Kind/namespace/name}; empty for any, where
 *     calls are ignored
 * @param to the Service: {@code name} or {@code namespace/name}; empty for any, where calls are ignored
 * @param port the Service's port by number or name; empty for the only one, or for any where calls are ignored
 */
public record DeclaredCall(String from, String to, String port) {

    @Override
    public String toString() {
        return (from.isEmpty() ? "any" : from) + " -> " + (to.isEmpty() ? "any" : to)
                + (port.isEmpty() ? "" : ":" + port);
    }
}
