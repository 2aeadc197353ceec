package io.github.meshready.smi.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    @ParameterizedTest
    @CsvSource({
        "'', k8s/a.yaml, k8s/a.yaml",
        "app/, k8s/a.yaml, app/k8s/a.yaml",
        "a/b/, ../../deploy/a.yaml, deploy/a.yaml",
        "a/, ../../else/a.yaml, ../else/a.yaml",
        "'', ./a.yaml, a.yaml"
    })
    void namesFilesFromTheRepository(String module, String file, String expected) {
        assertThat(new Places(module, Optional.empty()).file(file)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"k8s/a-b_c.~1.yaml | k8s/a-b_c.~1.yaml", "a b:c%,?#é.yaml | a%20b%3Ac%25%2C%3F%23%C3%A9.yaml"})
    void namesNothingButPathsInUris(String path, String uri) {
        assertThat(Places.uri(path)).isEqualTo(uri);
    }
}
