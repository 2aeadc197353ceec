package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeReaderTest {

    @Test
    void placesNodesWhereTheyStand() {
        String text = "# \uD83D\uDE80\na: {b: \"x\\u0041\"}  # note\nc:\n- &n 'd'\n- *n\n";
        Document document = read(text).get(0);
        MappingNode root = (MappingNode) document.root();
        assertThat(spelling(text, root.get("a").orElseThrow())).isEqualTo("{b: \"x\\u0041\"}");
        ScalarNode escaped = root.get("a")
                .flatMap(Node::mapping)
                .flatMap(a -> a.get("b"))
                .flatMap(Node::scalar)
                .orElseThrow();
        assertThat(escaped.value()).isEqualTo("xA");
        assertThat(spelling(text, escaped)).isEqualTo("\"x\\u0041\"");
        List<Node> items = root.get("c").flatMap(Node::sequence).orElseThrow().items();
        assertThat(spelling(text, items.get(0))).isEqualTo("&n 'd'");
        assertThat(spelling(text, items.get(1))).isEqualTo("*n");
        assertThat(items.get(1).resolved()).isSameAs(items.get(0));
        assertThat(document.shared()).containsExactly(items.get(0));
        assertThat(document.locate(items.get(1))).isEqualTo(new Location("x.yaml", 5, 3));
    }

    @Test
    void resolvesMergeKeysInOrderOfPrecedence() {
        MappingNode root =
                (MappingNode) read("one: &one {a: 1, b: 1}\ntwo: &two {b: 2, c: 2}\nboth: {<<: [*one, *two], a: 0}\n")
                        .get(0)
                        .root();
        MappingNode both = root.get("both").flatMap(Node::mapping).orElseThrow();
        assertThat(List.of("a", "b", "c"))
                .map(key -> both.get(key).flatMap(Node::scalar).orElseThrow().value())
                .containsExactly("0", "1", "2");
        assertThat(both.flattened().keySet()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(both.own("b")).isEmpty();
    }

    @Test
    void takesTheLaterOfTwoAnchorsOfOneName() {
        MappingNode root =
                (MappingNode) read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").get(0).root();
        assertThat(root.get("b").flatMap(Node::scalar).orElseThrow().value()).isEqualTo("1");
        assertThat(root.get("d").flatMap(Node::scalar).orElseThrow().value()).isEqualTo("2");
    }

    @Test
    void takesTheLaterOfTwoKeysOfOneNameAndSaysSo() {
        Document document = read("a: 1\n\"\\x61\": 2\n").get(0);
        assertThat(document.repeatsKey()).isTrue();
        assertThat(((MappingNode) document.root())
                        .get("a")
                        .flatMap(Node::scalar)
                        .orElseThrow()
                        .value())
                .isEqualTo("2");
        assertThat(read("a: 1\nb: {a: 1}\n").get(0).repeatsKey()).isFalse();
    }

    @Test
    void splitsDocumentsWithNothingLost() {
        String text = "# head\n---\na: 1\n# tail of one\n--- # two\nb: |\n  ---\n  x\n...\n---\n---\nc: 3\n";
        List<Document> documents = read(text);
        assertThat(documents)
                .map(Document::text)
                .containsExactly(
                        "# head\n---\na: 1\n# tail of one\n", "--- # two\nb: |\n  ---\n  x\n...\n", "---\nc: 3\n");
        assertThat(documents).map(Document::index).containsExactly(0, 1, 2);
    }

    @Test
    void splitsAtCommentsThatTouchTheDashesAsKubectlDoes() {
        List<Document> documents = read("a: 1\n---#c\nb: 2\n---#\n...\n---\nc: 3");
        assertThat(documents).map(Document::text).containsExactly("a: 1\n", "---#c\nb: 2\n", "---\nc: 3");
    }

    static Stream<Arguments> merges() {
        return Stream.of(
                Arguments.of("{<<: {a: m}, a: own}", "own"),
                Arguments.of("{a: own, <<: {a: m}}", "m"),
                Arguments.of("{a: own, <<: [{b: 0}, {a: m}, {a: n}]}", "m"),
                Arguments.of("{a: own, <<: {a: m}, a: again}", "again"),
                Arguments.of("{<<: {a: m}, <<: {a: n}}", "n"),
                Arguments.of("{<<: {a: m, <<: {a: deep}}}", "deep"));
    }

    /** As kubectl label --local shows it; YAML itself has it that a key written out always wins. */
    @ParameterizedTest
    @MethodSource("merges")
    void letsTheLaterOfKeyAndMergeKeyWin(String mapping, String value) {
        MappingNode node = read("x: " + mapping)
                .get(0)
                .root()
                .mapping()
                .flatMap(x -> x.get("x"))
                .flatMap(Node::mapping)
                .orElseThrow();
        assertThat(node.get("a").flatMap(Node::scalar).orElseThrow().value()).isEqualTo(value);
        assertThat(node.flattened().get("a").scalar().orElseThrow().value()).isEqualTo(value);
        assertThat(node.isMerged("a")).isEqualTo(!value.equals("own") && !value.equals("again"));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a: [1\n", "x.yaml:2:1: not valid YAML"),
                Arguments.of("a:\n\tb: 1\n", "x.yaml:2:1: a tab stands where YAML allows only spaces"),
                Arguments.of("%YAML 1.1\n---\na: 1\n", "x.yaml:1:1: a YAML directive stands above ---"),
                Arguments.of("--- {a: 1}\n", "x.yaml:1:4: something stands behind ---"),
                Arguments.of("a: 1\n---b: 2\n", "x.yaml:2:4: something stands behind ---"),
                Arguments.of("---\ra: 1\r", "x.yaml:1:4: something stands behind ---"),
                Arguments.of("a: 1\r---\rb: 1\r", "x.yaml:2:1: a document starts here, and kubectl reads only"),
                Arguments.of("a: \"x\\ud83d\\ude00\"\n", "x.yaml:1:4: holds an escape"),
                Arguments.of("a: \"x\\/y\"\n", "x.yaml:1:7: not valid YAML: found unknown escape character"),
                Arguments.of("a: {{ .Values.x }}\n", "x.yaml:1:4: looks like a Helm template"),
                Arguments.of("a: 1\n{{- if .Values.x }}\nb: 2\n{{- end }}\n", "x.yaml:2:1: looks like a Helm template"),
                Arguments.of("a: *x\n", "x.yaml:1:4: alias *x has no anchor"),
                Arguments.of("a: &x 1\n---\nb: *x\n", "x.yaml:3:4: alias *x has no anchor"),
                Arguments.of(
                        "a: &x {b: *x}\n",
                        "alias *x has no anchor in front of it in this document, or stands inside it"),
                Arguments.of("? {a: 1}\n: b\n", "a mapping is used as a key"),
                Arguments.of("? [a]\n: b\n", "a list is used as a key"),
                Arguments.of("a: {<<: 1}\n", "the merge key << needs a mapping"),
                Arguments.of("a: {<<: [{b: 1}, 2]}\n", "x.yaml:1:5: the merge key << needs a mapping"),
                Arguments.of("a: !x b\n", "x.yaml:1:4: tag !x has no meaning in a Kubernetes manifest"),
                Arguments.of("a: !!javax.script.ScriptEngineManager []\n", "has no meaning in a Kubernetes manifest"),
                Arguments.of("a: !!int x\n", "x.yaml:1:4: the value is not what its tag !!int says"),
                Arguments.of("a: !!int 1.5\n", "what its tag !!int says"),
                Arguments.of("a: !!float x\n", "what its tag !!float says"),
                Arguments.of("a: !!bool x\n", "what its tag !!bool says"),
                Arguments.of("a: !!null x\n", "what its tag !!null says"),
                Arguments.of("a: !!binary '%%'\n", "what its tag !!binary says"),
                Arguments.of("a: !!timestamp 2001-12-14\n", "timestamp has no meaning in a Kubernetes manifest"),
                Arguments.of("18446744073709551615: b\n", "x.yaml:1:1: a number is used as a key"),
                Arguments.of("a: \"\\u", "x.yaml:1:1: not valid YAML: an escape in a quoted text names no character"),
                Arguments.of("a: \"\\UF6010080\"\n", "names no character"),
                Arguments.of("---#c\na: 1\n", "x.yaml:1:4: a comment touches the --- above the first line"),
                Arguments.of("a: 1\n---\n---#c\nb: 1\n", "x.yaml:3:4: a comment touches the ---"),
                Arguments.of("a: " + "[".repeat(300) + "\n", "nested more than 256 levels deep"),
                Arguments.of(bomb(), "aliases blow this value up"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatReadersDisagreeAbout(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class).hasMessageContaining(message);
    }

    /** Offsets are counted in characters, the parser counts code points; the comment is blanked for the parser. */
    @Test
    void findsPlacesBehindACommentOfEmojis() {
        String text = "a: 1\n---#\uD83D\uDE80\nb: 1\n---\nc: two\n";
        List<Document> documents = read(text);
        assertThat(documents)
                .map(Document::text)
                .containsExactly("a: 1\n", "---#\uD83D\uDE80\nb: 1\n", "---\nc: two\n");
        MappingNode root = (MappingNode) documents.get(2).root();
        assertThat(spelling(text, root.get("c").orElseThrow())).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!int 0x1F",
                "!!int \"7\"",
                "!!float 1",
                "!!bool yes",
                "!!null ~",
                "!!binary |\n  aGFs\n  bG8=",
                "!!str 5"
            })
    void readsTagsThatFit(String value) {
        assertThat(read("a: " + value + "\n")).hasSize(1);
    }

    @Test
    void countsWhatAliasesAddNotHowOftenTheyStand() {
        String text = "a: &a " + "x".repeat(100) + "\nb: [" + "*a, ".repeat(1000) + "*a]\n";
        assertThat(read(text)).hasSize(1);
    }

    @Test
    void endsBlocksBehindTheirLastValue() {
        String text = "a:\n  b: 1 # c\n\n# d\ne:\n- 1\n- [2, 3 ] # f\n# g\n";
        MappingNode root = (MappingNode) read(text).get(0).root();
        assertThat(spelling(text, root.get("a").orElseThrow())).isEqualTo("b: 1");
        SequenceNode list = root.get("e").flatMap(Node::sequence).orElseThrow();
        assertThat(spelling(text, list)).isEqualTo("- 1\n- [2, 3 ]");
        assertThat(spelling(text, list.items().get(1))).isEqualTo("[2, 3 ]");
    }

    static Stream<Arguments> separators() {
        return Stream.of(
                Arguments.of("a: 1\n---#c d\nb: 2\n", List.of("a: 1\n", "---#c d\nb: 2\n")),
                Arguments.of("a: 1\n---#c", List.of("a: 1\n")),
                Arguments.of("a: 1\n---", List.of("a: 1\n")),
                Arguments.of("\n---\na: 1\n", List.of("\n---\na: 1\n")),
                Arguments.of("a: '\n  ---'\n", List.of("a: '\n  ---'\n")));
    }

    /** Tried with kubectl 1.32 ({@code kubectl label --local}). */
    @ParameterizedTest
    @MethodSource("separators")
    void findsTheDocumentsThatKubectlFinds(String text, List<String> documents) {
        assertThat(read(text)).map(Document::text).isEqualTo(documents);
    }

    /** A backslash in front of {@code ud83d} is no escape where it is escaped itself; kubectl takes the file. */
    @Test
    void tellsHalfACharacterFromItsSpelling() {
        MappingNode root =
                (MappingNode) read("a: \"\uD83D\uDE80\\n\\\\ud83d\"\n").get(0).root();
        assertThat(root.get("a").flatMap(Node::scalar).orElseThrow().value()).isEqualTo("\uD83D\uDE80\n\\ud83d");
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String alias = "*a" + (i - 1);
            text.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append((alias + ", ").repeat(9))
                    .append(alias)
                    .append("]\n");
        }
        return text.toString();
    }

    private static String spelling(String text, Node node) {
        return text.substring(node.start(), node.end());
    }

    private static List<Document> read(String text) {
        return new YamlReader(new SourceText("x.yaml", text), Limits.DEFAULT).read();
    }
}
