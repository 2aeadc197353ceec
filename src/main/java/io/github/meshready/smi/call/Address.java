package io.github.meshready.smi.call;

import java.util.OptionalInt;

/**
 * A network address found in a text.
 *
 * @param host its host, in lower case, without a trailing dot
 * @param port its port, if it names one
 * @param scheme the scheme in front of it in lower case, or the empty string
 * @param portName the name of its port, where that stands in place of the number; else the empty string
 */
public record Address(String host, OptionalInt port, String scheme, String portName) {

    /** Some host outside of the cluster that stands in a Secret. */
    static final Address HIDDEN = new Address("(not shown)", OptionalInt.empty(), "");

    /** An address without the name of a port. */
    public Address(String host, OptionalInt port, String scheme) {
        this(host, port, scheme, "");
    }

    /** Host and port as found; nothing else of the text, so no credentials. */
    @Override
    public String toString() {
        return port.isPresent() ? host + ":" + port.getAsInt() : host;
    }

    /** The same with a port. */
    Address withPort(OptionalInt number) {
        return new Address(host, number, scheme, "");
    }

    /** The same with a scheme. */
    Address withScheme(String other) {
        return new Address(host, port, other, portName);
    }

    /** The same with another host. */
    Address withHost(String other) {
        return new Address(other, port, scheme, portName);
    }
}
