package io.github.meshready.smi.app;

import static io.github.meshready.smi.TestManifests.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row is a difference between versions that the release of that version has (osm.md sections 1, 5.1 and 11). */
class DialectTest {

    @ParameterizedTest
    @CsvSource({
        "osm:1.2, osm:1.2",
        "osm:1.2.4, osm:1.2",
        "osm:0.11.1, osm:0.11",
        "fsm:1.5, fsm:1.5",
        "fsm:1.5.1, fsm:1.5"
    })
    void knowsAVersionByItsFirstTwoNumbers(String text, String dialect) {
        assertThat(Dialect.of(text)).map(Dialect::toString).contains(dialect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "osm", "1.2", "osm:1", "osm:1.20", "osm:1.3", "osm:0.1", "istio:1.2", "OSM:1.2"})
    void knowsNoOther(String text) {
        assertThat(Dialect.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # port                                | osm:0.9 osm:0.10 osm:0.11 osm:1.1 osm:1.2 fsm:1.5
            name: tcp-x                           | tcp    tcp    http   http   tcp    tcp
            name: grpc-x                          | grpc   grpc   http   http   grpc   grpc
            name: tcp-server-first-x              | tcp    tcp    http   http   tcp-server-first tcp-server-first
            name: redis                           | http   http   http   http   http   http
            appProtocol: tcp                      | tcp    tcp    tcp    tcp    tcp    tcp
            'name: http-x, appProtocol: tcp'      | tcp    tcp    tcp    tcp    tcp    tcp
            appProtocol: tcp-server-first         | -      -      -      tcp-server-first tcp-server-first tcp-server-first
            appProtocol: https                    | -      -      -      -      -      -
            """)
    void takesPortsForWhatTheVersionTakesThemFor(String port, String expected) {
        List<String> found = List.of("osm:0.9", "osm:0.10", "osm:0.11", "osm:1.1", "osm:1.2", "fsm:1.5").stream()
                .map(name -> new ApplicationReader("default", Dialect.of(name).orElseThrow())
                        .read(List.of(
                                file("apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {ports: [{port: 1, "
                                        + port + "}]}\n")))
                        .services()
                        .get(0)
                        .ports()
                        .get(0)
                        .meshProtocol()
                        .protocol()
                        .map(AppProtocol::toString)
                        .orElse("-"))
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(expected.replaceAll(" +", " "));
    }

    @Test
    void namesThingsAsTheProductDoes() {
        Dialect fsm = Dialect.of("fsm:1.5").orElseThrow();
        assertThat(Dialect.DEFAULT.monitoredBy()).isEqualTo("openservicemesh.io/monitored-by");
        assertThat(fsm.monitoredBy()).isEqualTo("flomesh.io/monitored-by");
        assertThat(fsm.policyVersion()).isEqualTo("policy.flomesh.io/v1alpha1");
        assertThat(fsm.meshConfigName()).isEqualTo("fsm-mesh-config");
        assertThat(Dialect.DEFAULT.splitVersions()).containsExactly("split.smi-spec.io/v1alpha2");
        assertThat(fsm.splitVersions()).first().isEqualTo("split.smi-spec.io/v1alpha4");
    }

    @ParameterizedTest
    @CsvSource({"osm:0.9, false", "osm:1.1, false", "osm:1.2, true", "fsm:1.5, true"})
    void isOpenByDefaultSinceOneTwo(String name, boolean open) {
        Dialect dialect = Dialect.of(name).orElseThrow();
        assertThat(dialect.isOpenByDefault()).isEqualTo(open);
        assertThat(Egress.of(java.util.Optional.empty(), dialect).isClosed()).isEqualTo(!open);
    }
}
