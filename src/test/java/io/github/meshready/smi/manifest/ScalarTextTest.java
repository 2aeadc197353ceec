package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            azAZ_./09:@-z   | azAZ_./09:@-z
            zone            | zone
            Zone            | Zone
            .               | .
            ./a             | ./a
            /metrics        | /metrics
            ``              | ""
            ` `             | " "
            a b             | "a b"
            a:              | "a:"
            -a              | "-a"
            :a              | ":a"
            @a              | "@a"
            0a              | "0a"
            9a              | "9a"
            .5x             | ".5x"
            .inf            | ".inf"
            on              | "on"
            say "x" \\ y    | "say \\"x\\" \\\\ y"
            ~               | "~"
            🚀              | "\\U0001f680"
            """)
    void needsNoQuotesWhereNoReaderTakesItForAnythingElse(String text, String written) {
        assertThat(ScalarText.yaml(text)).isEqualTo(written);
    }

    /** A file of JSON knows escapes of four digits only; kubectl takes two of them for one character there. */
    @Test
    void writesLargeCharactersAsJsonWantsThem() {
        assertThat(ScalarText.json("\uD83D\uDE80")).isEqualTo("\"\\ud83d\\ude80\"");
    }

    /** JSON forbids raw control characters up to U+001F (RFC 8259, section 7), YAML also U+007F to U+009F. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            9    | \\t
            10   | \\n
            13   | \\r
            0    | \\u0000
            31   | \\u001f
            32   | ` `
            126  | ~
            127  | \\u007f
            159  | \\u009f
            8232 | \\u2028
            """)
    void escapesWhatEitherForbids(int character, String written) {
        assertThat(ScalarText.json("a" + (char) character)).isEqualTo("\"a" + written + "\"");
    }
}
