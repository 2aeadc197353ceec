package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is accepted and refused here was tried with kubectl 1.32 ({@code kubectl label --local}). */
class JsonTreeReaderTest {

    @Test
    void placesNodesWhereTheyStand() {
        String text = "\uFEFF\n{\t\"a\\\"\\u0041\" :\n\t[1.50, true, null, -3e2, \"\\ud83d\\ude00 \\/\", {}]}\n";
        MappingNode root = (MappingNode) read(text).get(0).root();
        assertThat(root.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.key().value()).isEqualTo("a\"A");
            assertThat(spelling(text, entry.key())).isEqualTo("\"a\\\"\\u0041\"");
        });
        SequenceNode list = (SequenceNode) root.entries().get(0).value();
        assertThat(spelling(text, list)).startsWith("[1.50").endsWith("{}]");
        assertThat(list.items())
                .map(item -> spelling(text, item))
                .containsExactly("1.50", "true", "null", "-3e2", "\"\\ud83d\\ude00 \\/\"", "{}");
        assertThat(list.items().subList(0, 5))
                .map(item -> ((ScalarNode) item).type())
                .containsExactly(
                        ScalarType.FLOAT, ScalarType.BOOLEAN, ScalarType.NULL, ScalarType.FLOAT, ScalarType.TEXT);
        assertThat(((ScalarNode) list.items().get(4)).value()).isEqualTo("\uD83D\uDE00 /");
        assertThat(spelling(text, root)).startsWith("{").endsWith("}");
    }

    @Test
    void readsObjectsOneBehindTheOtherWithNothingLost() {
        String text = " {\"a\": 1}\n\n{\"a\": 2, \"a\": 3}{\"y\": \"<<\"}\n";
        List<Document> documents = read(text);
        assertThat(documents)
                .map(Document::text)
                .containsExactly(" {\"a\": 1}", "\n\n{\"a\": 2, \"a\": 3}", "{\"y\": \"<<\"}\n");
        assertThat(documents).map(Document::repeatsKey).containsExactly(false, true, false);
    }

    @Test
    void takesNoWordForAnotherType() {
        MappingNode root =
                (MappingNode) read("{\"on\": \"y\", \"<<\": \"x\"}").get(0).root();
        assertThat(root.flattened().keySet()).containsExactly("on", "<<");
        assertThat(root.get("on").flatMap(Node::scalar).orElseThrow().type()).isEqualTo(ScalarType.TEXT);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("{\"a\": 1,}", "x.json:1:9: not valid JSON: Unexpected character ('}'"),
                Arguments.of("{\"a\": \"x\ty\"}", "x.json:1:9: not valid JSON: Illegal unquoted character"),
                Arguments.of("{a: 1}", "x.json:1:2: not valid JSON: Unexpected character ('a'"),
                Arguments.of("{\"a\": 1}\n# c\n", "x.json:2:1: not valid JSON: Unexpected character ('#'"),
                Arguments.of("{\"a\": 1}\n---\n{\"a\": 1}\n", "x.json:2:2: not valid JSON"),
                Arguments.of("{\"a\": 01}", "not valid JSON: Invalid numeric value: Leading zeroes not allowed"),
                Arguments.of("{\"a\": ", "not valid JSON: Unexpected end-of-input"),
                Arguments.of("{{ .Values.x }}", "x.json:1:1: looks like a Helm template"),
                Arguments.of("{\"a\": " + "[".repeat(300), "nested more than 256 levels deep"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatKubectlRefuses(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class).hasMessageContaining(message);
    }

    @Test
    void saysWhyAYamlFileIsReadAsJson() {
        assertThatThrownBy(() -> ManifestFile.parse("x.yaml", new SourceText("x.yaml", "{a: 1}\n")))
                .hasMessageContaining("not valid JSON, and kubectl takes a file that starts with { for JSON");
    }

    private static String spelling(String text, Node node) {
        return text.substring(node.start(), node.end());
    }

    private static List<Document> read(String text) {
        return new JsonTreeReader(new SourceText("x.json", text), Limits.DEFAULT).read();
    }
}
