package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code host:port}, alone or in a list, with or without a path behind, and whatever quotes, brackets or {@code key=} a
 * configuration language writes around it.
 */
final class HostPortForm implements AddressForm {

    private static final String AROUND_PIECES = Pieces.BLANKS + ";\"'`<>|";
    private static final String BRACKETS = "[](){}";

    /** In front of host and port, as socat and others name the transport. */
    private static final Set<String> TRANSPORTS =
            Set.of("http", "openssl", "ssl", "tcp", "tcp-connect", "tcp4", "tcp4-connect", "tcp6", "tls");

    /** Longer ones are addresses of IPv6, of network cards, and the like. */
    private static final int MAX_PARTS = 4;

    /** A second port has as many digits; a single one is a weight or the number of a database. */
    private static final int DIGITS_OF_PORT = 4;

    @Override
    public List<Address> addresses(String text) {
        if (text.indexOf(':') < 0) {
            return List.of();
        }
        List<Address> addresses = new ArrayList<>();
        for (String piece : Pieces.of(text, AROUND_PIECES)) {
            for (String word : withoutUrl(piece).split(",")) {
                // What stands around a placeholder is no whole host.
                for (String part : word.indexOf('$') < 0 ? Pieces.of(word, BRACKETS) : List.of(word)) {
                    add(part, addresses);
                }
            }
        }
        return addresses;
    }

    /** The hosts behind a scheme are the URL's. */
    private static String withoutUrl(String piece) {
        int mark = piece.indexOf("://");
        return mark < 0 ? piece : piece.substring(0, Math.max(0, piece.lastIndexOf(',', mark)));
    }

    private static void add(String part, List<Address> addresses) {
        int colon = part.indexOf(':');
        int equals = part.lastIndexOf('=', colon); // one behind it is the address's own
        if (equals > 0 && KeyHint.of(part.substring(0, equals)) == KeyHint.SECRET) {
            return;
        }
        String value = part.substring(part.startsWith("//", equals + 1) ? equals + 3 : equals + 1);
        int slash = value.indexOf('/');
        String authority = slash < 0 ? value : value.substring(0, slash);
        // In front of it stand credentials, or the number of a voter.
        List<String> parts =
                List.of(authority.substring(authority.lastIndexOf('@') + 1).split(":", -1));
        if (parts.size() > 2 && TRANSPORTS.contains(parts.get(0).toLowerCase(java.util.Locale.ROOT))) {
            add(parts.get(1), parts.subList(2, parts.size()), scheme(parts.get(0)), addresses);
        } else if (parts.size() > 1 && parts.size() <= MAX_PARTS) {
            add(parts.get(0), parts.subList(1, parts.size()), "", addresses);
        }
    }

    private static String scheme(String transport) {
        return transport.toLowerCase(java.util.Locale.ROOT).startsWith("tcp") ? "tcp" : "";
    }

    /** {@code host:2888:3888:participant} has two ports, {@code user:word:5432} none. */
    private static void add(String host, List<String> ports, String scheme, List<Address> addresses) {
        for (int i = 0; i < ports.size(); i++) {
            OptionalInt port = HostText.port(ports.get(i));
            if (port.isEmpty() || i > 0 && ports.get(i).length() < DIGITS_OF_PORT) {
                return;
            }
            HostText.host(host).map(name -> new Address(name, port, scheme)).ifPresent(addresses::add);
        }
    }
}
