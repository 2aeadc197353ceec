package io.github.meshready.smi.call;

import java.util.OptionalInt;

/**
 * A network address found in a text.
 *
 * @param host its host, in lower case, without a trailing dot
 * @param port its port, if it names one
 * @param scheme the scheme in front of it in lower case, or the empty string
 */
public record Address(String host, OptionalInt port, String scheme) {

    /** Host and port as found; nothing else of the text, so no credentials. */
    @Override
    public String toString() {
        return port.isPresent() ? host + ":" + port.getAsInt() : host;
    }

    /** Whether the text can hardly be anything else than an address. */
    boolean isExplicit() {
        return port.isPresent() || !scheme.isEmpty();
    }
}
