package io.github.meshready.smi.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The port that clients of a product dial unless they are told otherwise, by the product's name. */
final class ProductPorts {

    private static final Map<String, Integer> PORTS = Map.ofEntries(
            Map.entry("activemq", 61616),
            Map.entry("artemis", 61616),
            Map.entry("cassandra", 9042),
            Map.entry("consul", 8500),
            Map.entry("elasticsearch", 9200),
            Map.entry("etcd", 2379),
            Map.entry("eureka", 8761),
            Map.entry("grafana", 3000),
            Map.entry("influxdb", 8086),
            Map.entry("kafka", 9092),
            Map.entry("keydb", 6379),
            Map.entry("kibana", 5601),
            Map.entry("loki", 3100),
            Map.entry("mariadb", 3306),
            Map.entry("memcached", 11211),
            Map.entry("minio", 9000),
            Map.entry("mongo", 27017),
            Map.entry("mongodb", 27017),
            Map.entry("mosquitto", 1883),
            Map.entry("mqtt", 1883),
            Map.entry("mysql", 3306),
            Map.entry("nats", 4222),
            Map.entry("neo4j", 7687),
            Map.entry("opensearch", 9200),
            Map.entry("postgres", 5432),
            Map.entry("postgresql", 5432),
            Map.entry("prometheus", 9090),
            Map.entry("rabbitmq", 5672),
            Map.entry("redis", 6379),
            Map.entry("solr", 8983),
            Map.entry("valkey", 6379),
            Map.entry("vault", 8200),
            Map.entry("zipkin", 9411),
            Map.entry("zookeeper", 2181));

    /** Who packs products for others puts a mark in front of their names. */
    private static final String PACKED = "cp-";

    private ProductPorts() {}

    /** By the last of a key's words that is a product's name. */
    static Optional<Integer> ofKey(List<String> words) {
        for (int i = words.size() - 1; i >= 0; i--) {
            Integer port = PORTS.get(words.get(i).toLowerCase(Locale.ROOT));
            if (port != null) {
                return Optional.of(port);
            }
        }
        return Optional.empty();
    }

    /** By the name at the end of an image's reference. */
    static Optional<Integer> ofImage(String image) {
        String name = CalledNames.ofImage(image);
        return Optional.ofNullable(PORTS.get(name.startsWith(PACKED) ? name.substring(PACKED.length()) : name));
    }
}
