package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What database drivers take: {@code user@tcp(host:3306)/db} of Go, {@code jdbc:oracle:thin:@host:1521:SID}, and keywords
 * such as {@code host=db port=5432 dbname=x} of libpq and {@code Server=db,1433;Database=x} of .NET.
 */
final class DriverForm implements AddressForm {

    private static final String GO = "tcp(";
    private static final String ORACLE = "jdbc:oracle:";
    private static final List<String> HOST_KEYS = List.of("host", "server", "hostname", "data source", "datasource");
    private static final List<String> PASSWORD_KEYS = List.of("password", "pwd=");
    private static final List<String> COMPANIONS = List.of(
            "dbname", "database", "initial catalog", "user", "user id", "username", "password", "port", "sslmode");

    @Override
    public List<Address> addresses(String text) {
        List<Address> addresses = new ArrayList<>();
        go(text).ifPresent(addresses::add);
        oracle(text).ifPresent(addresses::add);
        if (text.indexOf('=') >= 0) {
            addresses.addAll(keywords(Pieces.of(text.strip(), text.indexOf(';') >= 0 ? ";" : Pieces.BLANKS)));
        }
        return addresses;
    }

    /**
     * Whether what looks like the host may be part of a password: one stands in front of it, where its own characters may look like
     * the end of it.
     */
    static boolean mayHoldCredentials(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int password = PASSWORD_KEYS.stream()
                .mapToInt(lower::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
        int host = HOST_KEYS.stream()
                .mapToInt(key -> lower.indexOf(key + "="))
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
        return password < host || text.indexOf('@', text.lastIndexOf(GO) + 1) > 0 && text.contains(GO);
    }

    private static Optional<Address> go(String text) {
        int start = text.lastIndexOf(GO);
        int end = start < 0 ? -1 : text.indexOf(')', start);
        return end < 0 ? Optional.empty() : HostText.address(text.substring(start + GO.length(), end), "");
    }

    private static Optional<Address> oracle(String text) {
        int at = text.startsWith(ORACLE) ? text.lastIndexOf('@') : -1;
        if (at < 0) {
            return Optional.empty();
        }
        String[] parts = text.substring(at + 1).replace("//", "").split("[:/]");
        return HostText.address(parts.length > 1 ? parts[0] + ":" + parts[1] : parts[0], "");
    }

    /** Only with another keyword beside it, so that {@code host=x} alone stays what its own key says. */
    private static List<Address> keywords(List<String> pairs) {
        String hosts = "";
        String port = "";
        boolean database = false;
        int companions = 0;
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : pair.substring(equals + 1).strip();
            if (HOST_KEYS.contains(key)) {
                hosts = value.replace("tcp:", "");
            } else if (COMPANIONS.contains(key)) {
                companions++;
                database |= key.equals("dbname") || key.equals("sslmode");
                port = key.equals("port") ? value : port;
            }
        }
        List<Address> addresses = new ArrayList<>();
        if (companions > 0 && !hosts.isEmpty()) {
            String scheme = database ? "postgresql" : "";
            String[] parts = hosts.split(",");
            if (parts.length == 2 && HostText.port(parts[1]).isPresent()) {
                HostText.address(parts[0] + ":" + parts[1], scheme).ifPresent(addresses::add);
                return addresses;
            }
            for (String host : parts) {
                HostText.address(port.isEmpty() || host.contains(":") ? host : host + ":" + port, scheme)
                        .ifPresent(addresses::add);
            }
        }
        return addresses;
    }
}
