package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An entry or item is taken out, and nothing else. */
class RemoveTest {

    static Stream<Arguments> removals() {
        return Stream.of(
                Arguments.of("a line", "b", "a: 1\nb: 2 # two\n# three\nc: 3\n", "a: 1\n# three\nc: 3\n"),
                Arguments.of("many lines", "b", "a: 1\nb:\n  x: 1\n\n  y: 2\nc: 3\n", "a: 1\nc: 3\n"),
                Arguments.of("a block of text", "b", "b: |+\n  x\n\nc: 3\n", "\nc: 3\n"),
                Arguments.of("the last line", "b", "a: 1\nb: 2", "a: 1"),
                Arguments.of("the last line, windows", "b", "a: 1\r\nb: 2", "a: 1"),
                Arguments.of("windows", "b", "a: 1\r\nb: 2\r\nc: 3\r\n", "a: 1\r\nc: 3\r\n"),
                Arguments.of("all there is", "a.b", "a: # x\n  b: 1\nc: 2\n", "a: {} # x\nc: 2\n"),
                Arguments.of("first of a compact item", "l.0.b", "l:\n- b: 1\n  c: 2\n", "l:\n- c: 2\n"),
                Arguments.of("second of a compact item", "l.0.c", "l:\n- b: 1\n  c: 2\n", "l:\n- b: 1\n"),
                Arguments.of("an item", "l.1", "l:\n- a\n- b # b\n- c\n", "l:\n- a\n- c\n"),
                Arguments.of("an item with its dash above", "l.0", "l:\n  - # x\n    b: 1\n  - c\n", "l:\n  - c\n"),
                Arguments.of("the only item", "l.0", "l:\n- a\nb: 1\n", "l: []\nb: 1\n"),
                Arguments.of("first of a list in a list", "l.0.0", "l:\n- - a\n  - b\n", "l:\n- - b\n"),
                Arguments.of("first in flow", "m.a", "m: {a: 1, b: 2}\n", "m: {b: 2}\n"),
                Arguments.of("last in flow", "m.b", "m: {a: 1, b: 2}\n", "m: {a: 1}\n"),
                Arguments.of("only one in flow", "m.a", "m: { a: 1 }\n", "m: {  }\n"),
                Arguments.of("only one in flow, with a comma", "m.a", "m: {a: 1 ,}\n", "m: {}\n"),
                Arguments.of("all of an anchored one", "m.a", "m: &m # x\n  a: 1\n", "m: &m {} # x\n"),
                Arguments.of("an item in flow", "l.1", "l: [a, b, c]\n", "l: [a, c]\n"),
                Arguments.of("of pretty JSON", "a", "{\n  \"a\": {\"x\": 1},\n  \"b\": 2\n}\n", "{\n  \"b\": 2\n}\n"),
                Arguments.of("last of JSON", "b", "{\"a\":1,\"b\":[2]}", "{\"a\":1}"),
                Arguments.of("what is not there", "x.y", "a: 1\n", "a: 1\n"),
                Arguments.of("a key that stands twice", "a", "a: 1\nb: 2\na: 3\n", "b: 2\n"),
                Arguments.of("an alias", "b", "a: &a 1\nb: *a\n", "a: &a 1\n"),
                Arguments.of("what is repeated elsewhere", "a", "a: &a x\nb: *a\n", "b: x\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("removals")
    void takesOutOnlyWhatIsPlanned(String what, String path, String before, String after) {
        List<Object> steps = new ArrayList<>();
        for (String step : path.split("\\.")) {
            steps.add(step.matches("\\d+") ? (Object) Integer.valueOf(step) : step);
        }
        assertThat(new FileEditor()
                        .apply(file(before), List.of(new Edit.Remove(0, steps)))
                        .source()
                        .text())
                .isEqualTo(after);
    }

    private static ManifestFile file(String text) {
        return ManifestFile.parse("x.yaml", new SourceText("x.yaml", text));
    }
}
