package io.github.meshready.smi.app;

import static io.github.meshready.smi.app.AppProtocol.GRPC;
import static io.github.meshready.smi.app.AppProtocol.HTTP;
import static io.github.meshready.smi.app.AppProtocol.TCP;
import static io.github.meshready.smi.app.AppProtocol.TCP_SERVER_FIRST;

import java.util.Map;
import java.util.Optional;

/**
 * What is usually spoken: by numbers, by products, by the words of port names, by the variables that frameworks take their
 * port from. Which protocols need which mark is from the OSM documentation (docs,
 * guides/app_onboarding/app_protocol_selection.md) and its demos; the numbers are the usual ones of each product.
 */
final class UsualProtocols {

    /** What application servers and their developers take when 8080 is taken. */
    private static final int FIRST_HTTP = 8000;

    private static final int LAST_HTTP = 8099;

    private static final Map<Integer, AppProtocol> BY_NUMBER = Map.ofEntries(
            // speak TLS of their own
            Map.entry(443, TCP),
            Map.entry(8443, TCP),
            Map.entry(636, TCP),
            Map.entry(5671, TCP),
            // the client speaks first
            Map.entry(389, TCP),
            Map.entry(1433, TCP),
            Map.entry(1521, TCP),
            Map.entry(1883, TCP),
            Map.entry(2181, TCP),
            Map.entry(2888, TCP),
            Map.entry(3888, TCP),
            Map.entry(5672, TCP),
            Map.entry(6379, TCP),
            Map.entry(7687, TCP),
            Map.entry(8009, TCP),
            Map.entry(9042, TCP),
            Map.entry(9092, TCP),
            Map.entry(11211, TCP),
            Map.entry(26379, TCP),
            Map.entry(27017, TCP),
            Map.entry(61616, TCP),
            // the server speaks first
            Map.entry(21, TCP_SERVER_FIRST),
            Map.entry(22, TCP_SERVER_FIRST),
            Map.entry(25, TCP_SERVER_FIRST),
            Map.entry(110, TCP_SERVER_FIRST),
            Map.entry(143, TCP_SERVER_FIRST),
            Map.entry(587, TCP_SERVER_FIRST),
            Map.entry(3306, TCP_SERVER_FIRST),
            Map.entry(4222, TCP_SERVER_FIRST),
            Map.entry(5432, TCP_SERVER_FIRST),
            // http, and so never taken from the image
            Map.entry(80, HTTP),
            Map.entry(2878, HTTP),
            Map.entry(3000, HTTP),
            Map.entry(3100, HTTP),
            Map.entry(4318, HTTP),
            Map.entry(5000, HTTP),
            Map.entry(5601, HTTP),
            Map.entry(7474, HTTP),
            Map.entry(8126, HTTP),
            Map.entry(8086, HTTP),
            Map.entry(8161, HTTP),
            Map.entry(8180, HTTP),
            Map.entry(8181, HTTP),
            Map.entry(8222, HTTP),
            Map.entry(8500, HTTP),
            Map.entry(8761, HTTP),
            Map.entry(8888, HTTP),
            Map.entry(9080, HTTP),
            Map.entry(9090, HTTP),
            Map.entry(9091, HTTP),
            Map.entry(9100, HTTP),
            Map.entry(9200, HTTP),
            Map.entry(9411, HTTP),
            Map.entry(14268, HTTP),
            Map.entry(15672, HTTP),
            Map.entry(16686, HTTP),
            // gRPC
            Map.entry(2379, GRPC),
            Map.entry(2380, GRPC),
            Map.entry(4317, GRPC),
            Map.entry(11800, GRPC),
            Map.entry(14250, GRPC),
            Map.entry(50051, GRPC));

    private static final Map<String, AppProtocol> BY_PRODUCT = Map.ofEntries(
            // whose number Kafka's controllers have as well
            Map.entry("alertmanager", HTTP),
            Map.entry("cassandra", TCP),
            Map.entry("cp-kafka", TCP),
            Map.entry("cp-zookeeper", TCP),
            Map.entry("etcd", GRPC),
            Map.entry("kafka", TCP),
            Map.entry("keydb", TCP),
            Map.entry("mariadb", TCP_SERVER_FIRST),
            Map.entry("memcached", TCP),
            // on whose number anything may be
            Map.entry("minio", HTTP),
            Map.entry("mongo", TCP),
            Map.entry("mongodb", TCP),
            Map.entry("mssql", TCP),
            Map.entry("mysql", TCP_SERVER_FIRST),
            Map.entry("nats", TCP_SERVER_FIRST),
            Map.entry("openldap", TCP),
            Map.entry("percona", TCP_SERVER_FIRST),
            Map.entry("postgis", TCP_SERVER_FIRST),
            Map.entry("postgres", TCP_SERVER_FIRST),
            Map.entry("postgresql", TCP_SERVER_FIRST),
            Map.entry("rabbitmq", TCP),
            Map.entry("redis", TCP),
            Map.entry("valkey", TCP),
            Map.entry("zookeeper", TCP));

    /** Words of port names beyond the products: what the port is for, rather than who made it. */
    private static final Map<String, AppProtocol> BY_WORD = Map.ofEntries(
            Map.entry("ajp", TCP),
            Map.entry("amqp", TCP),
            Map.entry("api", HTTP),
            Map.entry("bolt", TCP),
            Map.entry("cql", TCP),
            Map.entry("grpc", GRPC),
            Map.entry("http", HTTP),
            Map.entry("https", TCP),
            Map.entry("ldap", TCP),
            Map.entry("management", HTTP),
            Map.entry("metrics", HTTP),
            Map.entry("prometheus", HTTP),
            Map.entry("rest", HTTP),
            Map.entry("smtp", TCP_SERVER_FIRST),
            Map.entry("ssh", TCP_SERVER_FIRST),
            Map.entry("tls", TCP),
            Map.entry("ui", HTTP),
            Map.entry("web", HTTP));

    private static final Map<String, AppProtocol> BY_SERVER_VARIABLE = Map.of(
            "GRPC_PORT", GRPC,
            "GRPC_SERVER_PORT", GRPC,
            "HTTP_PORT", HTTP,
            "MANAGEMENT_SERVER_PORT", HTTP,
            "MICRONAUT_SERVER_PORT", HTTP,
            "QUARKUS_GRPC_SERVER_PORT", GRPC,
            "QUARKUS_HTTP_PORT", HTTP,
            "SERVER_PORT", HTTP,
            "SPRING_GRPC_SERVER_PORT", GRPC);

    private UsualProtocols() {}

    static Optional<AppProtocol> ofNumber(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number))
                .or(() -> number >= FIRST_HTTP && number <= LAST_HTTP ? Optional.of(HTTP) : Optional.empty());
    }

    static Optional<AppProtocol> ofProduct(String product) {
        return Optional.ofNullable(BY_PRODUCT.get(product));
    }

    /** By a word of a port's name. */
    static Optional<AppProtocol> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word)).or(() -> ofProduct(word));
    }

    static Optional<AppProtocol> ofServerVariable(String name) {
        return Optional.ofNullable(BY_SERVER_VARIABLE.get(name));
    }
}
