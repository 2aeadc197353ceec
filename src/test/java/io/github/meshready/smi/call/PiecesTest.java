package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", " a", "a ", "a b", "  a \t;b;; c", ";", "; ;", "a;", "ab;c\n\u000Bd\f\re"})
    void areThoseOfTheExpression(String text) {
        assertThat(Pieces.of(text, Pieces.BLANKS + ";")).containsExactly(text.split("[\\s;]+"));
    }
}
