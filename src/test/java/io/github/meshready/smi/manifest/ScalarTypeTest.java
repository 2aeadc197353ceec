package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations are what kubectl 1.33 prints for the same plain scalar (kubectl annotate --local -o json). */
class ScalarTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""      | NULL
            ~       | NULL
            Null    | NULL
            nULL    | TEXT
            y       | BOOLEAN
            N       | BOOLEAN
            Yes     | BOOLEAN
            yEs     | TEXT
            off     | BOOLEAN
            TRUE    | BOOLEAN
            0       | INTEGER
            00      | INTEGER
            08      | FLOAT
            0777    | INTEGER
            0o17    | INTEGER
            0b11    | INTEGER
            0x1F    | INTEGER
            -0x1F   | INTEGER
            1_000   | INTEGER
            _1      | TEXT
            +1      | INTEGER
            -       | TEXT
            +       | TEXT
            --1     | TEXT
            0x      | TEXT
            12:30:45| TEXT
            1e3     | FLOAT
            1e400   | TEXT
            1e      | TEXT
            .5      | FLOAT
            5.      | FLOAT
            +.5     | FLOAT
            ._5     | TEXT
            .       | TEXT
            .inf    | FLOAT
            -.Inf   | FLOAT
            .nan    | FLOAT
            2001-12-14 | TEXT
            1.2.3   | TEXT
            18446744073709551615 | INTEGER
            18446744073709551616 | FLOAT
            0x0FFFFFFFFFFFFFFFF | INTEGER
            0xFFFFFFFFFFFFFFFFFF | TEXT
            =       | TEXT
            redis   | TEXT
            1٣      | TEXT
            """)
    void takesPlainScalarsAsKubectlDoes(String text, ScalarType expected) {
        assertThat(ScalarType.ofPlain(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"8080,8080", "0x1F,31", "010,8", "0o17,15", "0b11,3", "1_000,1000", "-5,-5", "+7,7", "0,0", "00,0"})
    void readsIntegersInEveryRadix(String text, long expected) {
        assertThat(ScalarType.integerOf(text)).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"08", "1e3", "18446744073709551615", "x", "-", "0x"})
    void hasNoIntegerForOtherTexts(String text) {
        assertThat(ScalarType.integerOf(text)).isEmpty();
    }
}
