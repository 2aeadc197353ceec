package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.verify.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {

    @Test
    void takesWhatIsLeftOutForTheDefault() {
        assertThat(ParameterValues.settings(null, "osm", null, null)).isEqualTo(Settings.DEFAULT);
        assertThat(ParameterValues.settings(" ", "osm", null, null)).isEqualTo(Settings.DEFAULT);
        assertThat(ParameterValues.declarations(null, null, List.of()).calls()).isEmpty();
        assertThat(ParameterValues.accounts(null)).isEmpty();
    }

    @Test
    void takesWhatIsGiven() {
        assertThat(ParameterValues.settings(" shop ", "blue", " false ", null))
                .isEqualTo(new Settings("shop", "blue", Optional.of(false), Optional.empty()));
        assertThat(ParameterValues.settings("shop", "blue", "true", null).permissive())
                .contains(true);
        assertThat(ParameterValues.accounts(List.of(" a/b ", "a/x.y")))
                .containsExactlyInAnyOrder(new ObjectName("a", "b"), new ObjectName("a", "x.y"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Shop | osm  | -     | <namespace>: "Shop" is no name of a namespace
            a.b  | osm  | -     | <namespace>: "a.b" is no name of a namespace
            -    | my m | -     | <meshName>: "my m" is no name of a mesh
            -    | osm  | maybe | <permissive>: "maybe" is neither
            -    | osm  | TRUE  | <permissive>: "TRUE" is neither
            """)
    void refusesWhatMeansNothing(String namespace, String mesh, String permissive, String message) {
        assertThatThrownBy(() -> ParameterValues.settings(namespace, mesh, permissive, null))
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
        FailOn limit = FailOn.of(value);
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
        assertThatThrownBy(() -> FailOn.of("Error")).hasMessageContaining("use error, warning or never");
    }
}
