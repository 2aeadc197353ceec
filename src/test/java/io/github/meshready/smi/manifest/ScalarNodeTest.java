package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarNodeTest {

    /** Every expected text is what kubectl 1.32 made of the key ({@code kubectl label --local -o json}). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            on            | true
            N             | false
            off           | false
            010           | 8
            0x1F          | 31
            1_000         | 1000
            10000000000   | 10000000000
            1.50          | 1.5
            '010'         | 010
            "on"          | on
            ! 010         | 010
            !!str on      | on
            !!int "010"   | 8
            !!bool "yes"  | true
            !!float 3     | 3
            web           | web
            """)
    void isAsAKeyWhatKubectlMakesOfIt(String written, String key) {
        assertThat(read(written).keyText()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [a]           | a list
            {a: b}        | a mapping
            a             | a text
            ~             | empty
            on            | a boolean
            8080          | a number
            1.5           | a number
            !!null ''     | empty
            !!binary aGk= | binary data
            """)
    void isCalledWhatItIs(String written, String name) {
        assertThat(root("x: " + written).get("x").orElseThrow().described()).isEqualTo(name);
    }

    private static ScalarNode read(String key) {
        return root(key + ": x").entries().get(0).key();
    }

    private static MappingNode root(String text) {
        ManifestFile file = ManifestFile.parse("x", new SourceText("x", text));
        return (MappingNode) file.documents().get(0).root();
    }
}
