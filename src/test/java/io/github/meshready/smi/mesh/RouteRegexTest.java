package io.github.meshready.smi.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteRegexTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /books             | /books       | true
            /books             | /books/      | false
            .*a-book.*new      | /buy-a-book/new | true
            /a(/.*)?           | /a/b         | true
            /a.b               | /axb         | true
            .*                 | /a/b?c       | true
            /[a-z]{2}          | /ab          | true
            """)
    void matchesTheWholeText(String regex, String text, boolean expected) {
        assertThat(RouteRegex.of(regex).orElseThrow().matches(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(?=x)", "(?!x)", "(a)\\1", "a++", "(", "[", "a{1,5000}", "((((a{1,100}){1,100}){1,100}){1,100})"
            })
    void refusesWhatTheProxyRefuses(String regex) {
        assertThat(RouteRegex.of(regex)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a                          | 1
            a{3}                       | 3
            a{3}b{4}                   | 4
            (a{10}){20}                | 200
            (a{10}b){2,30}             | 300
            ((x{2}){3}){4}             | 24
            a\\{5}                     | 1
            {5                         | 1
            """)
    void boundsCopiesBeforeCompiling(String regex, long expected) {
        assertThat(RouteRegex.repetition(regex)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {513, 20_000})
    void refusesLongExpressions(int length) {
        assertThat(RouteRegex.of("a".repeat(length))).isEmpty();
    }
}
