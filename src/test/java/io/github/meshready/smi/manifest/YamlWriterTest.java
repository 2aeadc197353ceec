package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

    @Test
    void writesBlockStyleWithCommentsAndLineFeeds() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", "web");
        content.put("ports", List.of(80, 6379));
        content.put("on", true);
        String text = new YamlWriter()
                .comment(List.of("head"))
                .document(List.of("one\ntwo"), content)
                .copy(ManifestFile.parse("x", new SourceText("x", "a: 1"))
                        .documents()
                        .get(0))
                .toString();
        assertThat(text)
                .isEqualTo("# head\n---\n# one\\u000atwo\nname: web\nports:\n- 80\n- 6379\n\"on\": true\n---\na: 1\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "y",
                "n",
                "No",
                "~",
                "null",
                "true",
                "off",
                "1",
                "0o14",
                "0x1F",
                "1_000",
                "1e3",
                ".5",
                "12:30:45",
                "2001-01-01",
                "=",
                "<<",
                "-",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "*a",
                "&a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a",
                "{a}",
                "[a]",
                "a,b",
                "'a'",
                "\"a\"",
                "a\nb",
                "a\n",
                "\ta",
                "a\t",
                "é",
                "\uD83D\uDE80",
                "\u0085",
                "\u2028",
                "a\\b",
                ":",
                "a:",
                "...",
                "---",
                "web",
                "a.b/c",
                "osm"
            })
    void writesTextsThatEveryReaderTakesForThatText(String text) throws IOException {
        String written = new YamlWriter()
                .document(List.of(), Map.of(text.isEmpty() ? "empty" : text, text))
                .toString();
        assertThat(readBack(written)).containsExactly(Map.entry(text.isEmpty() ? "empty" : text, text));
        JsonNode oracle = new YAMLMapper().readTree(written);
        assertThat(oracle.properties()).singleElement().satisfies(property -> {
            assertThat(property.getValue().isTextual()).isTrue();
            assertThat(property.getValue().asText()).isEqualTo(text);
        });
    }

    @Test
    void readsBackWhateverItWrites() {
        Random random = new Random(42);
        for (int i = 0; i < 3000; i++) {
            String text = randomText(random);
            String written = new YamlWriter()
                    .document(List.of(), Map.of("v", List.of(text)))
                    .toString();
            Node item = new YamlReader(new SourceText("x", written), Limits.DEFAULT)
                    .read()
                    .get(0)
                    .root()
                    .mapping()
                    .flatMap(map -> map.get("v"))
                    .flatMap(Node::sequence)
                    .orElseThrow()
                    .items()
                    .get(0);
            ScalarNode scalar = (ScalarNode) item;
            assertThat(scalar.type()).as(written).isEqualTo(ScalarType.TEXT);
            assertThat(scalar.value()).as(written).isEqualTo(text);
        }
    }

    @Test
    void writesNodesOfOtherDocumentsWithTheirTypes() {
        String source = "a: &x {mode: 010, text: '010', flag: yes}\nb: {<<: *x, mode: ~, list: [1.50, \"off\"]}\n";
        MappingNode root = (MappingNode) new YamlReader(new SourceText("x", source), Limits.DEFAULT)
                .read()
                .get(0)
                .root();
        String written = new YamlWriter()
                .document(List.of(), Map.of("b", root.own("b").orElseThrow().value()))
                .toString();
        assertThat(written)
                .isEqualTo("---\nb:\n  mode: ~\n  text: \"010\"\n  flag: yes\n  list:\n  - 1.50\n  - \"off\"\n");
    }

    @Test
    void foldsNoLongTexts() {
        String words = "word ".repeat(60) + "end";
        assertThat(new YamlWriter()
                        .document(List.of(), Map.of("a", words, "b", List.of("x".repeat(300))))
                        .toString()
                        .lines())
                .containsExactlyInAnyOrder("---", "a: \"" + words + "\"", "b:", "- " + "x".repeat(300));
    }

    static Stream<Arguments> copies() {
        return Stream.of(
                Arguments.of("a: 1 # c", "---\na: 1 # c\n"),
                Arguments.of("\uFEFF--- # x\na: {b: \"\\u00e9\"}\n", "--- # x\na: {b: \"\\u00e9\"}\n"),
                Arguments.of("a: 1\r\nb: |\r\n  x\r\n", "---\na: 1\nb: |\n  x\n"),
                Arguments.of("a: 1\rb: 2\r", "---\na: 1\nb: 2\n"),
                Arguments.of("\ra: 1\n", "---\n\na: 1\n"),
                Arguments.of(
                        "{\n\t\"a\": \"\\ud83d\\ude00 \\/\", \"n\": [1.50, true, null, \"1\"], \"on\": {}}",
                        "---\na: \"\uD83D\uDE00 /\"\n\"n\":\n- 1.50\n- true\n- null\n- \"1\"\n\"on\": {}\n"));
    }

    @ParameterizedTest
    @MethodSource("copies")
    void copiesDocumentsSoThatKubectlReadsThemBehindOthers(String text, String copy) {
        Document document =
                ManifestFile.parse("x", new SourceText("x", text)).documents().get(0);
        assertThat(new YamlWriter().copy(document).toString()).isEqualTo(copy);
    }

    private static String randomText(Random random) {
        String alphabet = "ab01.:-_/ #'\"\\{}[],&*!|>%@`~=\n\té\u0085\u2028<?yneE+x";
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static Map<String, String> readBack(String written) {
        Map<String, String> values = new LinkedHashMap<>();
        MappingNode root = (MappingNode) new YamlReader(new SourceText("x", written), Limits.DEFAULT)
                .read()
                .get(0)
                .root();
        root.flattened().forEach((key, value) -> {
            ScalarNode scalar = (ScalarNode) value;
            assertThat(scalar.type()).isEqualTo(ScalarType.TEXT);
            values.put(key, scalar.value());
        });
        return values;
    }
}
