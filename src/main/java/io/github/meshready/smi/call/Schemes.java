package io.github.meshready.smi.call;

import io.github.meshready.smi.app.AppProtocol;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the scheme of a URL tells about the port behind it. */
final class Schemes {

    private record Scheme(int port, AppProtocol protocol) {}

    private static final int NO_DEFAULT = 0;

    private static final Map<String, Scheme> KNOWN = Map.ofEntries(
            Map.entry("http", new Scheme(80, AppProtocol.HTTP)),
            Map.entry("ws", new Scheme(80, AppProtocol.HTTP)),
            Map.entry("https", new Scheme(443, AppProtocol.TCP)),
            Map.entry("wss", new Scheme(443, AppProtocol.TCP)),
            Map.entry("grpc", new Scheme(NO_DEFAULT, AppProtocol.GRPC)),
            Map.entry("tcp", new Scheme(NO_DEFAULT, AppProtocol.TCP)),
            Map.entry("amqp", new Scheme(5672, AppProtocol.TCP)),
            Map.entry("amqps", new Scheme(5671, AppProtocol.TCP)),
            Map.entry("bolt", new Scheme(7687, AppProtocol.TCP)),
            Map.entry("neo4j", new Scheme(7687, AppProtocol.TCP)),
            Map.entry("ajp", new Scheme(8009, AppProtocol.TCP)),
            Map.entry("cassandra", new Scheme(9042, AppProtocol.TCP)),
            Map.entry("kafka", new Scheme(9092, AppProtocol.TCP)),
            Map.entry("plaintext", new Scheme(9092, AppProtocol.TCP)),
            Map.entry("sasl_plaintext", new Scheme(9092, AppProtocol.TCP)),
            Map.entry("ldap", new Scheme(389, AppProtocol.TCP)),
            Map.entry("ldaps", new Scheme(636, AppProtocol.TCP)),
            Map.entry("mariadb", new Scheme(3306, AppProtocol.TCP_SERVER_FIRST)),
            Map.entry("mysql", new Scheme(3306, AppProtocol.TCP_SERVER_FIRST)),
            Map.entry("mongodb", new Scheme(27017, AppProtocol.TCP)),
            Map.entry("mqtt", new Scheme(1883, AppProtocol.TCP)),
            Map.entry("nats", new Scheme(4222, AppProtocol.TCP_SERVER_FIRST)),
            Map.entry("postgres", new Scheme(5432, AppProtocol.TCP_SERVER_FIRST)),
            Map.entry("postgresql", new Scheme(5432, AppProtocol.TCP_SERVER_FIRST)),
            Map.entry("redis", new Scheme(6379, AppProtocol.TCP)),
            Map.entry("rediss", new Scheme(6379, AppProtocol.TCP)),
            Map.entry("smtp", new Scheme(25, AppProtocol.TCP_SERVER_FIRST)),
            Map.entry("sqlserver", new Scheme(1433, AppProtocol.TCP)));

    private Schemes() {}

    static OptionalInt defaultPort(String scheme) {
        Scheme known = KNOWN.get(scheme);
        return known == null || known.port() == NO_DEFAULT ? OptionalInt.empty() : OptionalInt.of(known.port());
    }

    static Optional<AppProtocol> protocol(String scheme) {
        return Optional.ofNullable(KNOWN.get(scheme)).map(Scheme::protocol);
    }
}
