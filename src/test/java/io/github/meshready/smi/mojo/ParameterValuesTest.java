package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.RouteInputs;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.gate.FailOn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {

    @Test
    void takesWhatIsLeftOutForTheDefault() {
        assertThat(ParameterValues.settings(null, "osm:1.2", null, null, "write", Optional.empty()))
                .isEqualTo(Settings.DEFAULT);
        assertThat(ParameterValues.settings(" ", "osm:1.2", " ", null, "write", Optional.empty()))
                .isEqualTo(Settings.DEFAULT);
        assertThat(ParameterValues.declarations(null, null, List.of(), RouteInputs.NONE)
                        .calls())
                .isEmpty();
        assertThat(ParameterValues.accounts(null)).isEmpty();
    }

    @Test
    void takesWhatIsGiven() {
        assertThat(ParameterValues.settings(" shop ", "osm:1.2", "blue", " false ", "write", Optional.empty()))
                .isEqualTo(new Settings(
                        "shop", "blue", Dialect.DEFAULT, Optional.of(false), EgressMode.WRITE, Optional.empty()));
        assertThat(ParameterValues.settings("shop", "osm:1.2", "blue", "true", "warn", Optional.empty())
                        .permissive())
                .contains(true);
        assertThat(ParameterValues.accounts(List.of(" a/b ", "a/x.y")))
                .containsExactlyInAnyOrder(new ObjectName("a", "b"), new ObjectName("a", "x.y"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Shop | osm:1.2 | osm  | -     | <namespace>: "Shop" is no name of a namespace
            a.b  | osm:1.2 | osm  | -     | <namespace>: "a.b" is no name of a namespace
            -    | osm:1.2 | my m | -     | <meshName>: "my m" is no name of a mesh
            -    | osm:1.2 | osm  | maybe | <permissive>: "maybe" is neither
            -    | osm:1.2 | osm  | TRUE  | <permissive>: "TRUE" is neither
            -    | osm     | osm  | -     | <mesh>: "osm" is no mesh of which it is known what it does
            -    | osm:1.3 | osm  | -     | <mesh>: "osm:1.3" is no mesh
            -    | istio   | osm  | -     | fix: use one of: osm:0.9, osm:0.10, osm:0.11, osm:1.0, osm:1.1, osm:1.2, fsm:1.5
            """)
    void refusesWhatMeansNothing(String namespace, String mesh, String meshName, String permissive, String message) {
        assertThatThrownBy(() ->
                        ParameterValues.settings(namespace, mesh, meshName, permissive, "write", Optional.empty()))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("fix: use ");
    }

    @ParameterizedTest
    @CsvSource({"a", "a/b/c", "/b", "a/", "A/b", "''"})
    void refusesWhatNamesNoAccount(String text) {
        assertThatThrownBy(() -> ParameterValues.accounts(List.of(text)))
                .hasMessageContaining("externalAccounts")
                .hasMessageContaining("write namespace/name");
    }

    @ParameterizedTest
    @CsvSource({"error,ERROR", "warning,ERROR WARNING", "never,''"})
    void failsFromTheSeverityOnThatIsAskedFor(String value, String expected) {
        FailOn limit = ParameterValues.failOn(value);
        assertThat(String.join(
                        " ",
                        Arrays.stream(Severity.values())
                                .filter(limit::isReachedBy)
                                .map(Enum::name)
                                .toList()))
                .isEqualTo(expected);
    }

    @Test
    void knowsNoOtherSeverity() {
        assertThatThrownBy(() -> ParameterValues.failOn("Error")).hasMessageContaining("use error, warning or never");
    }
}
