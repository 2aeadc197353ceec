package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditCheckTest {

    /** The plan is a list of paths, each to be set to {@code new}; numbers in them are positions in lists. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a: 1            | a: 1                      |
            a: 1            | {a: 1, k: new}            | k
            a: 1            | {k: new, a: 1}            | k
            a: 1            | {a: new}                  | a
            a: {b: 1}       | {a: {b: 1, k: new}}       | a/k
            a: [{b: 1}, 2]  | {a: [{k: new, b: 1}, 2]}  | a/0/k
            a: 1            | {a: 1, m: {k: new}}       | m/k
            a: ~            | {a: {k: new}}             | a/k
            a: {b: 1}       | {a: new}                  | a
            a: 1            | {k: new, a: 1, l: new}    | k l
            a: 1            | {m: {k: new, l: new}, a: 1} | m/k m/l
            `a: &a 1, b: *a` | `{a: &a 1, b: *a}`       |
            `a: &a 1, b: *a` | `{a: &a 1, b: new}`      | b
            """)
    void letsPass(String before, String after, String plan) {
        assertThat(isAsPlanned(before, after, plan)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            value changed              | a: 1             | {a: 2}                   |
            type changed               | a: 1             | {a: "1"}                 |
            entry gone                 | {a: 1, b: 2}     | {a: 1}                   |
            entry added                | a: 1             | {a: 1, b: 2}             |
            other order                | {a: 1, b: 2}     | {b: 2, a: 1}             |
            mapping for text           | a: 1             | {a: {b: 1}}              |
            list for mapping           | a: {b: 1}        | {a: [b]}                 |
            text for list              | a: [b]           | {a: b}                   |
            list item gone             | a: [1, 2]        | {a: [1]}                 |
            list item added            | a: [1]           | {a: [1, 2]}              |
            list item changed          | a: [1, 2]        | {a: [1, 3]}              |
            other list item edited     | a: [{}, {}]      | {a: [{}, {k: new}]}      | a/0/k
            planned entry missing      | a: 1             | a: 1                     | k
            planned entry merged       | a: 1             | {<<: {k: new}, a: 1}     | k
            planned entry overridden   | a: 1             | {k: new, <<: {k: x}, a: 1} | k
            planned text differs       | a: 1             | {a: 1, k: old}           | k
            planned value stays        | a: 1             | a: 1                     | a
            planned text is a number   | a: 1             | {a: 1, k: 3}             | k
            planned text is a mapping  | a: 1             | {a: 1, k: {new: new}}    | k
            beside the planned entry   | {a: 1, b: 2}     | {a: 1, k: new, b: 3}     | k
            above the planned entry    | {a: {b: 1}}      | {a: {k: new}, b: 1}      | a/k
            more in a new mapping      | a: 1             | {a: 1, m: {k: new, l: 1}} | m/k
            less in a new mapping      | a: 1             | {a: 1, m: {k: new}}      | m/k m/l
            other key in a new mapping | a: 1             | {a: 1, m: {l: new}}      | m/k
            new mapping is a text      | a: 1             | {a: 1, m: k}             | m/k
            more in a filled mapping   | a: ~             | {a: {k: new, l: 1}}      | a/k
            mapping over a text        | a: x             | {a: {k: new}}            | a/k
            entry planned in a text    | a: x             | a: x                     | a/k
            """)
    void refuses(String what, String before, String after, String plan) {
        assertThat(isAsPlanned(before, after, plan)).isFalse();
    }

    private static boolean isAsPlanned(String before, String after, String plan) {
        List<Edit> edits = plan == null
                ? List.of()
                : Arrays.stream(plan.split(" ")).map(EditCheckTest::edit).toList();
        return EditCheck.isAsPlanned(root(before), root(after), EditTree.of(edits));
    }

    private static Edit edit(String path) {
        List<Object> steps = Arrays.stream(path.split("/"))
                .<Object>map(step -> Character.isDigit(step.charAt(0)) ? Integer.valueOf(step) : step)
                .toList();
        return new Edit.SetText(0, steps, "new", List.of());
    }

    private static Node root(String mapping) {
        String text = "all: " + (mapping.startsWith("{") ? mapping : "{" + mapping + "}") + "\n";
        MappingNode all = (MappingNode) ManifestFile.parse("x", new SourceText("x", text))
                .documents()
                .get(0)
                .root();
        return all.get("all").orElseThrow();
    }
}
