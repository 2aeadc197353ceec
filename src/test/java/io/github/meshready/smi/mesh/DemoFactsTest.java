package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.policy.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ZooKeeper with Kafka, and the voting application of Azure, written anew in short (osm.md sections 8.2 and 8.3). */
class DemoFactsTest {

    private static final List<String> QUEUES = List.of(
            namespace("zookeeper"),
            namespace("kafka"),
            stateful("zookeeper", "zookeeper"),
            headless(
                    "zookeeper",
                    "{name: c, port: 2181, appProtocol: tcp}",
                    "{name: t, port: 3181, appProtocol: tcp}",
                    "{name: f, port: 2888, appProtocol: tcp}",
                    "{name: e, port: 3888, appProtocol: tcp}"),
            stateful("kafka", "kafka"),
            headless("kafka", "{name: c, port: 9092, appProtocol: tcp}", "{name: i, port: 9093, appProtocol: tcp}"),
            deploymentAs("kafka", "producer", ""),
            opens("zookeeper", "zookeeper", "kafka", "kafka", "2181, 3181"),
            opens("zookeeper", "zookeeper-internal", "zookeeper", "zookeeper", "2181, 3181, 2888, 3888"),
            opens("kafka", "kafka", "default", "kafka", "9092"),
            opens("kafka", "kafka-internal", "kafka", "kafka", "9092, 9093"));

    private static String stateful(String namespace, String name) {
        return deployment(namespace, name)
                .replace("kind: Deployment", "kind: StatefulSet")
                .replace("spec:\n  selector", "spec:\n  serviceName: " + name + "\n  selector");
    }

    private static String headless(String name, String... ports) {
        return service(name, name, ports).replace("spec:", "spec:\n  clusterIP: None");
    }

    /** A target in a namespace, for its account of the same name, with a TCPRoute of its own name. */
    private static String opens(String namespace, String name, String source, String sourceNamespace, String ports) {
        return target(namespace, name, namespace, source, "{kind: TCPRoute, name: " + name + "}")
                        .replace(
                                "sources: [{kind: ServiceAccount, name: " + source + ", namespace: " + namespace,
                                "sources: [{kind: ServiceAccount, name: " + source + ", namespace: " + sourceNamespace)
                + "---\n"
                + tcpRoute(namespace, name, ports);
    }

    @ParameterizedTest
    @CsvSource({
        "kafka, zookeeper, 2181, GRANTED",
        "kafka, zookeeper, 3181, GRANTED",
        "kafka, zookeeper, 2888, PORT_CLOSED",
        "zookeeper, zookeeper, 2888, GRANTED",
        "zookeeper, zookeeper, 3888, GRANTED",
        "zookeeper, kafka, 9092, NO_TARGET",
        "producer, kafka, 9092, GRANTED",
        "producer, kafka, 9093, PORT_CLOSED",
        "producer, zookeeper, 2181, NO_TARGET",
        "kafka, kafka, 9093, GRANTED"
    })
    void peersNeedATargetToThemselves(String from, String to, int port, Outcome outcome) {
        for (boolean toPods : List.of(true, false)) {
            assertThat(decide(false, from, to, port, toPods, QUEUES))
                    .as("raw ports of headless Services have a name, of single pods and of all: " + toPods)
                    .isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({"zookeeper-internal, zookeeper, 2888", "kafka-internal, kafka, 9093"})
    void withoutThatTargetPeersAreStrangers(String without, String name, int port) {
        List<String> documents =
                QUEUES.stream().filter(text -> !text.contains(without)).toList();
        assertThat(decide(false, name, name, port, true, documents)).isEqualTo(Outcome.NO_TARGET);
    }

    /** What the port of Redis is marked as, and what becomes of the call of the page in front with permissive mode on and off. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {port: 6379}                              | PERMISSIVE           | NO_ROUTE
            {name: redis, port: 6379}                 | PERMISSIVE           | NO_ROUTE
            {port: 6379, appProtocol: redis}          | UNSUPPORTED_PROTOCOL | UNSUPPORTED_PROTOCOL
            {port: 6379, appProtocol: tcp}            | PERMISSIVE           | GRANTED
            {name: tcp-redis, port: 6379}             | PERMISSIVE           | GRANTED
            """)
    void redisHasToBeMarkedAsTcp(String port, Outcome permissive, Outcome enforced) {
        List<String> documents = vote("azure-vote-back", "azure-vote-front", port);
        assertThat(decide(true, "azure-vote-front", "azure-vote-back", 6379, false, documents))
                .isEqualTo(permissive);
        assertThat(decide(false, "azure-vote-front", "azure-vote-back", 6379, false, documents))
                .isEqualTo(enforced);
    }

    @ParameterizedTest
    @CsvSource({
        // accounts of back, front and stranger; what front, back and stranger get at back
        "azure-vote-back, azure-vote-front, other, GRANTED, NO_TARGET, NO_TARGET",
        "default, default, default, GRANTED, GRANTED, GRANTED",
        "azure-vote-back, default, default, GRANTED, NO_TARGET, GRANTED"
    })
    void nobodyElseReachesRedisIfEachHasAnAccountOfItsOwn(
            String backAs, String frontAs, String otherAs, Outcome front, Outcome back, Outcome other) {
        List<String> documents = new ArrayList<>(vote(backAs, frontAs, "{port: 6379, appProtocol: tcp}"));
        documents.add(deploymentAs("vote", "stranger", otherAs));
        assertThat(decide(false, "azure-vote-front", "azure-vote-back", 6379, false, documents))
                .isEqualTo(front);
        assertThat(decide(false, "azure-vote-back", "azure-vote-back", 6379, false, documents))
                .isEqualTo(back);
        assertThat(decide(false, "stranger", "azure-vote-back", 6379, false, documents))
                .isEqualTo(other);
        assertThat(decide(false, "azure-vote-back", "azure-vote-front", 80, false, documents))
                .as("nobody calls the page from inside")
                .isNotEqualTo(Outcome.GRANTED);
    }

    private static List<String> vote(String backAs, String frontAs, String port) {
        return List.of(
                namespace("vote"),
                deploymentAs("vote", "azure-vote-back", backAs),
                service("vote", "azure-vote-back", port),
                deploymentAs("vote", "azure-vote-front", frontAs),
                service("vote", "azure-vote-front", "{port: 80}"),
                target("vote", "t", backAs, frontAs, "{kind: TCPRoute, name: redis}"),
                tcpRoute("vote", "redis", "6379"));
    }

    private static Outcome decide(
            boolean permissive, String from, String to, int port, boolean toPods, List<String> documents) {
        Application application = app(documents.toArray(String[]::new));
        Service service = io.github.meshready.smi.TestManifests.service(application, to);
        return new Mesh(
                        application,
                        new PolicyReader(Dialect.DEFAULT).read(application),
                        new MeshMode(permissive, "test"),
                        "osm")
                .decide(new Connection(
                        workload(application, from),
                        service,
                        service.tcpPort(port).orElseThrow(),
                        toPods))
                .outcome();
    }
}
