package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every expected text is what kubectl 1.32 made of the key ({@code kubectl label --local -o json}). */
class FloatKeyTest {

    @ParameterizedTest
    @CsvSource({
        "1e-999999999, 0",
        "1e6, 1e+06",
        "1e5, 100000",
        "100000.5, 100000.5",
        "1.50, 1.5",
        "0.00001, 1e-05",
        "0.0001, 0.0001",
        "123456789.5, 1.2345679e+08",
        "16777217.0, 1.6777216e+07",
        ".inf, .inf",
        "-.inf, -.inf",
        "+.Inf, .inf",
        ".NaN, .nan",
        "-0.0, -0",
        "1e21, 1e+21",
        "1e10, 1e+10",
        "3e-9, 3e-09",
        "103378.015625, 103378.016",
        "3.14159265358979, 3.1415927",
        "1e40, .inf",
        "-1e40, -.inf",
        "12345678.0, 1.2345678e+07",
        "123456.0, 123456",
        "1234567.0, 1.234567e+06",
        "20.0, 20",
        "1e-7, 1e-07"
    })
    void isWhatKubectlMakesOfIt(String written, String key) {
        assertThat(FloatKey.text(written)).isEqualTo(key);
        assertThat(new ScalarNode(written, true, "", 0, 0).keyText()).isEqualTo(key);
    }
}
