package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Cidr;
import io.github.meshready.smi.app.DnsName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code host} and {@code host:port}, which every form of address ends in. */
final class HostText {

    private static final int MAX_PORT = 65535;

    /** Unspecified, loopback and broadcast addresses. */
    private static final List<String> NOBODY = List.of("0.", "127.", "255.");

    private HostText() {}

    /** The host as DNS compares it; empty if it can be no host name. */
    static Optional<String> host(String text) {
        String host = text.toLowerCase(Locale.ROOT);
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        boolean sound = DnsName.isSubdomain(host) && (hasLetter(host) || isAddressOfOthers(host));
        return sound || lacksNamespace(host) ? Optional.of(host) : Optional.empty();
    }

    private static boolean hasLetter(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) >= 'a' && host.charAt(i) <= 'z') {
                return true;
            }
        }
        return false;
    }

    /** What a template makes of {@code books.NAMESPACE.svc} where it has no namespace: a name that no DNS knows. */
    private static boolean lacksNamespace(String host) {
        return (host.endsWith("..svc") || host.endsWith("..svc.cluster.local"))
                && DnsName.isSubdomain(host.replace("..", "."));
    }

    /** An address that packets can be sent to, other than one's own. */
    private static boolean isAddressOfOthers(String host) {
        return Cidr.isAddress(host) && NOBODY.stream().noneMatch(host::startsWith);
    }

    static OptionalInt port(String text) {
        if (text.isEmpty() || text.length() > 5) {
            return OptionalInt.empty();
        }
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return OptionalInt.empty();
            }
            port = port * 10 + c - '0';
        }
        return port >= 1 && port <= MAX_PORT ? OptionalInt.of(port) : OptionalInt.empty();
    }

    /** A host with an optional port; empty if either is unsound. */
    static Optional<Address> address(String text, String scheme) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return host(text).map(host -> new Address(host, OptionalInt.empty(), scheme));
        }
        OptionalInt port = port(text.substring(colon + 1));
        return port.isEmpty()
                ? Optional.empty()
                : host(text.substring(0, colon)).map(host -> new Address(host, port, scheme));
    }
}
