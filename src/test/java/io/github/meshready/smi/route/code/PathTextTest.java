package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths of several parts. */
class PathTextTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            '', '', /
            /, '', /
            /, /, /
            /a, /, /a
            a, b, /a/b
            /a/, /b, /a/b
            /a/, b/, /a/b/
            '', {id}, /{id}
            '', {/id}, {/id}
            /a, {/id}, /a{/id}
            /a/, {/id}, /a{/id}
            /a, {?q}, /a{?q}
            '', {?q}, /{?q}
            """)
    void areJoined(String first, String second, String expected) {
        assertThat(PathText.join(first, second)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            http://books:8080/api/, /api
            http://books/, ''
            http://books, ''
            https://books/a/b?x=/y, /a/b
            books/api, ''
            """)
    void areTakenOutOfUrls(String url, String expected) {
        assertThat(PathText.ofUrl(url)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            '', '', ''
            '', x, /x
            /a, '', /a
            /a, /, /a/
            /a/, b, /a/b
            /a/*, /b, /a/b
            /*, b, /b
            /**, b, /b
            /a/*/b, c, -
            /a/**, c, -
            """)
    void areCombinedAsSpringDoes(String ofClass, String ofMethod, String expected) {
        assertThat(SpringPaths.combined(ofClass, ofMethod)).isEqualTo(Optional.ofNullable(expected));
    }
}
