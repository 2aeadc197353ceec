package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An item is added to a list, once. */
class AddItemTest {

    static Stream<Arguments> additions() {
        return Stream.of(
                Arguments.of("block", "l:\n- k: a\n", "l:\n- k: a\n- k: x\n  v: \"1\"\n"),
                Arguments.of(
                        "indented",
                        "l:\n    - k: a # c\nb: 1\n",
                        "l:\n    - k: a # c\n    - k: x\n      v: \"1\"\nb: 1\n"),
                Arguments.of("windows", "l:\r\n- a\r\n", "l:\r\n- a\r\n- k: x\r\n  v: \"1\"\r\n"),
                Arguments.of("no line end", "l:\n- a", "l:\n- a\n- k: x\n  v: \"1\""),
                Arguments.of(
                        "behind a block of text", "l:\n- |\n  a\n# c\n", "l:\n- |\n  a\n- k: x\n  v: \"1\"\n# c\n"),
                Arguments.of("flow", "l: [{k: a}]\n", "l: [{k: a}, {k: x, v: \"1\"}]\n"),
                Arguments.of("flow of texts", "l: [ a ]\n", "l: [ a, {k: x, v: \"1\"} ]\n"),
                Arguments.of("empty flow", "l: []\n", "l: [{k: x, v: \"1\"}]\n"),
                Arguments.of("JSON", "{\"l\":[{\"k\":1}]}", "{\"l\":[{\"k\":1}, {\"k\": \"x\", \"v\": \"1\"}]}"),
                Arguments.of("null", "l: # none\n", "l: [{k: x, v: \"1\"}] # none\n"),
                Arguments.of("missing", "a: 1\n", "a: 1\nl: [{k: x, v: \"1\"}]\n"),
                Arguments.of("there already", "l:\n- {v: '1', k: x}\n", "l:\n- {v: '1', k: x}\n"),
                Arguments.of("an alias", "a: &a [b]\nl: *a\n", "a: &a [b]\nl: [b, {k: x, v: \"1\"}]\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    void addsAnItemAndNothingElse(String what, String before, String after) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("k", "x");
        item.put("v", "1");
        Edit edit = new Edit.AddItem(0, List.of("l"), item);
        ManifestFile edited = new FileEditor().apply(file(before), List.of(edit));
        assertThat(edited.source().text()).isEqualTo(after);
        assertThat(new FileEditor().apply(edited, List.of(edit)))
                .as("a second time")
                .isSameAs(edited);
    }

    private static ManifestFile file(String text) {
        return ManifestFile.parse("x.yaml", new SourceText("x.yaml", text));
    }
}
