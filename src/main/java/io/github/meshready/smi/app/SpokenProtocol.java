package io.github.meshready.smi.app;

import static io.github.meshready.smi.app.AppProtocol.GRPC;
import static io.github.meshready.smi.app.AppProtocol.HTTP;
import static io.github.meshready.smi.app.AppProtocol.TCP;
import static io.github.meshready.smi.app.AppProtocol.TCP_SERVER_FIRST;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is really spoken on a port, as far as names, images and well-known numbers tell. Which protocols need which
 * mark is from the OSM documentation (docs, guides/app_onboarding/app_protocol_selection.md) and its demos; the numbers
 * are the usual ones of each product.
 *
 * @param protocol the protocol
 * @param why what tells it, for messages
 */
public record SpokenProtocol(AppProtocol protocol, String why) {

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
            Map.entry(3000, HTTP),
            Map.entry(7474, HTTP),
            Map.entry(8000, HTTP),
            Map.entry(8080, HTTP),
            Map.entry(8081, HTTP),
            Map.entry(8086, HTTP),
            Map.entry(8222, HTTP),
            Map.entry(9090, HTTP),
            Map.entry(9200, HTTP),
            Map.entry(15672, HTTP),
            // gRPC
            Map.entry(2379, GRPC),
            Map.entry(2380, GRPC),
            Map.entry(4317, GRPC),
            Map.entry(50051, GRPC));

    private static final Map<String, AppProtocol> BY_PRODUCT = Map.ofEntries(
            Map.entry("cassandra", TCP),
            Map.entry("cp-kafka", TCP),
            Map.entry("cp-zookeeper", TCP),
            Map.entry("etcd", GRPC),
            Map.entry("kafka", TCP),
            Map.entry("keydb", TCP),
            Map.entry("mariadb", TCP_SERVER_FIRST),
            Map.entry("memcached", TCP),
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

    private static final Set<String> ATTACHED = Set.of("exporter", "metrics", "ui", "admin", "web");

    /** What the port's name says, on the Service or on the container. */
    static Optional<SpokenProtocol> byName(ServicePort port) {
        return Stream.of(port.name(), port.target().name())
                .flatMap(name -> ofName(name).stream())
                .findFirst();
    }

    private static Optional<SpokenProtocol> ofName(String name) {
        List<String> words = List.of(name.split("-", -1));
        Stream<String> telling = words.stream().filter(ATTACHED::contains);
        return Stream.concat(telling, words.stream())
                .flatMap(word -> Stream.of(BY_WORD, BY_PRODUCT).map(table -> table.get(word)))
                .filter(protocol -> protocol != null)
                .findFirst()
                .map(protocol -> new SpokenProtocol(protocol, "port name " + name));
    }

    /** What the port's usual use says: the number that the pods listen on, else the one that clients dial. */
    static Optional<SpokenProtocol> byNumber(ServicePort port, List<Workload> behind) {
        Stream<Integer> targets = behind.stream()
                .flatMap(workload -> port.target().on(workload.pod()).stream().boxed());
        return Stream.concat(targets, Stream.of(port.number()))
                .filter(BY_NUMBER::containsKey)
                .findFirst()
                .map(number -> new SpokenProtocol(BY_NUMBER.get(number), "port " + number));
    }

    /** What the images of the containers behind the port say. */
    static Optional<SpokenProtocol> byImage(ServicePort port, List<Workload> behind) {
        return behind.stream()
                .flatMap(workload -> listener(port, workload.pod()).stream())
                .flatMap(container -> product(container.image()).stream())
                .findFirst()
                .map(product -> new SpokenProtocol(BY_PRODUCT.get(product), "image " + product));
    }

    /** The container that declares the port; where none does, the only one: of several, each may be a helper. */
    private static Optional<Container> listener(ServicePort port, PodTemplate pod) {
        List<Container> running =
                pod.containers().stream().filter(container -> !container.init()).toList();
        OptionalInt target = port.target().on(pod);
        return running.stream()
                .filter(container -> container.ports().stream()
                        .anyMatch(declared -> target.isPresent() && declared.number() == target.getAsInt()))
                .findFirst()
                .or(() -> running.size() == 1 ? Optional.of(running.get(0)) : Optional.empty());
    }

    /** The known product that an image reference names in one of its last two parts. */
    private static Optional<String> product(String image) {
        int digest = image.indexOf('@');
        String[] parts = (digest < 0 ? image : image.substring(0, digest)).split("/", -1);
        for (int i = parts.length - 1; i >= Math.max(0, parts.length - 2); i--) {
            int tag = parts[i].indexOf(':');
            String name = tag < 0 ? parts[i] : parts[i].substring(0, tag);
            if (BY_PRODUCT.containsKey(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /**
     * The best guess for a port.
     *
     * @param behind the workloads that the Service selects
     * @return empty if nothing tells, which leaves the mesh's own default
     */
    public static Optional<SpokenProtocol> of(ServicePort port, List<Workload> behind) {
        Optional<SpokenProtocol> number = byNumber(port, behind);
        return byName(port)
                .or(() -> number.filter(found -> found.protocol().isHttp()))
                .or(() -> byImage(port, behind))
                .or(() -> number);
    }
}
