package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a workload says of the Service in front of it: its own address, or its peers. */
class OwnServiceTest {

    @Test
    void takesItsOwnServiceForNoCall() {
        Application application =
                app(deployment("shop", "db", env("ADVERTISED", "db:5432")), service("shop", "db", "{port: 5432}"));
        CallGraph graph = new CallFinder(application, Declarations.NONE).find();
        assertThat(graph.calls()).isEmpty();
        assertThat(graph.unresolved()).isEmpty();
    }

    static Stream<Arguments> ownService() {
        return Stream.of(
                Arguments.of("a pod's own name", "db-0.db:5432", "", "db -> db:5432 tcp-server-first (env X)"),
                Arguments.of(
                        "a list of peers", "db-0.db:5432,db-1.db:5432", "db -> db:5432 tcp-server-first (env X)", ""),
                Arguments.of("the Service, twice", "db:5432,db:5432", "", ""),
                Arguments.of(
                        "peers with the numbers of voters",
                        "0@db-0.db:5432,1@db-1.db:5432",
                        "db -> db:5432 tcp-server-first (env X)",
                        ""),
                Arguments.of("a seed", "db-0.db", "db -> db:5432 tcp-server-first (env SEEDS)", ""),
                Arguments.of("the Service as seed", "db", "db -> db:5432 tcp-server-first (env SEEDS)", ""),
                Arguments.of("what pods are called", "db-0,db-1", "", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ownService")
    void tellsPeersFromWhatAWorkloadIsKnownBy(String what, String value, String calls, String suggestions) {
        String key = what.contains("seed") ? "SEEDS" : "X";
        String stateful = deployment("shop", "db", env(key, value))
                .replace("kind: Deployment", "kind: StatefulSet")
                .replace("spec:\n  selector", "spec:\n  serviceName: db\n  selector");
        String headless = service("shop", "db", "{port: 5432}").replace("spec:", "spec:\n  clusterIP: None");
        CallGraph graph = new CallFinder(app(stateful, headless), Declarations.NONE).find();
        assertThat(String.join(",", graph.calls().stream().map(Call::described).toList()))
                .isEqualTo(calls);
        assertThat(graph.calls()).allMatch(call -> call.toPods() == value.contains("."));
        assertThat(graph.unresolved()).isEmpty();
        assertThat(String.join(
                        ",", graph.suggestions().stream().map(Call::described).toList()))
                .isEqualTo(suggestions);
    }

    @Test
    void callsItsPeersWhereTheyTalkToEachOther() {
        String stateful = deployment("shop", "es", env("discovery.seed_hosts", "es-0.es,es-1.es"))
                .replace("kind: Deployment", "kind: StatefulSet");
        String headless = service("shop", "es", "{name: rest, port: 9200}", "{name: inter-node, port: 9300}")
                .replace("spec:", "spec:\n  clusterIP: None");
        assertThat(new CallFinder(app(stateful, headless), Declarations.NONE)
                        .find()
                        .calls())
                .map(Call::described)
                .containsExactly("es -> es:9300 tcp (env discovery.seed_hosts)");
    }

    @Test
    void callsTheOthersBehindItsOwnService() {
        String labels = "metadata: {labels: {app: db}}";
        Application application = app(
                deployment("shop", "db", env("X", "db:5432")),
                deployment("shop", "standby").replace("metadata: {labels: {app: standby}}", labels),
                service("shop", "db", "{port: 5432}"));
        assertThat(new CallFinder(application, Declarations.NONE).find().calls())
                .map(Call::described)
                .containsExactly("db -> db:5432 tcp-server-first (env X)");
    }
}
