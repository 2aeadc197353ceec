package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditCheckTest {

    /**
     * The plan is a list of paths, each to be set to {@code new}, with a minus to be taken out, with a plus to get an item
     * more, <code>{i: new}</code>; numbers are positions in lists.
     */
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
            `a: 1, b: 2`    | a: 1                      | -b
            `b: 1, a: 2, b: 3` | a: 2                   | -b
            a: [1, 2]       | a: [2]                    | -a/0
            a: [{b: 1, c: 2}] | a: [{c: 2}]             | -a/0/b
            a: [1]          | a: [1, {i: new}]          | +a
            a: [1, {i: new}] | a: [1, {i: new}]         | +a
            a: []           | a: [{i: new}]             | +a
            a: ~            | a: [{i: new}]             | +a
            a: 1            | {b: [{i: new}], a: 1}     | +b
            a: [1, {b: 1}]  | a: [{b: 1, k: new}, {i: new}] | -a/0 a/1/k +a
            <<: {k: new}    | <<: {k: new}              | k
            `a: &a 1, b: *a` | `{a: &a 1, b: *a}`       |
            `a: &a 1, b: *a` | `{a: 1, b: 1}`           |
            `a: &a [1, ~], b: *a` | `{a: &a [1, ~], b: [1, null]}` |
            `a: &a {c: 1}, b: *a` | `{a: &a {c: 1}, b: {k: new, c: 1}}` | b/k
            `a: &a {c: 1, d: 2}, b: *a` | `{a: &a {c: 1, d: 2}, b: {d: 2}}` | -b/c
            `a: &a [{c: 1}, 2], b: *a` | `{a: &a [{c: 1}, 2], b: [{c: new}, 2]}` | b/0/c
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
            other entry taken out      | `a: 1, b: 2`     | b: 2                     | -b
            entry not taken out        | `a: 1, b: 2`     | `a: 1, b: 2`             | -b
            entry of a merge comes up  | `<<: {b: 1}, b: 2` | <<: {b: 1}             | -b
            other item taken out       | a: [1, 2]        | a: [1]                   | -a/0
            item missing               | a: [1]           | a: [1]                   | +a
            other item                 | a: [1]           | a: [1, {i: old}]         | +a
            item with another key      | a: [1]           | a: [1, {m: new}]         | +a
            item with more keys        | a: [1]           | a: [1, {i: new, m: 1}]   | +a
            item in another place      | a: [1]           | a: [{i: new}, 1]         | +a
            another item than planned  | a: [{i: new}]    | a: [{i: new}, {i: old}]  | +a
            item twice                 | a: [1]           | a: [1, {i: new}, {i: new}] | +a
            other item in a new list   | a: 1             | {b: [{i: old}], a: 1}    | +b
            new list is a mapping      | a: 1             | {b: {i: new}, a: 1}      | +b
            other merge                | <<: {k: x}       | <<: {k: x}               | k
            value made an alias        | `a: &a 1, b: 1`  | `a: &a 1, b: *a`         |
            alias to another value     | `a: &a 1, c: &c 2, b: *a` | `a: &a 1, c: &c 2, b: *c` |
            alias written out wrong    | `a: &a 1, b: *a` | `a: &a 1, b: 2`          |
            alias written out as text  | `a: &a 1, b: *a` | `a: &a 1, b: "1"`        |
            alias of list cut short    | `a: &a [1, 2], b: *a` | `a: &a [1, 2], b: [1]` |
            alias of list changed      | `a: &a [1, 2], b: *a` | `a: &a [1, 2], b: [1, 3]` |
            alias with less            | `a: &a {c: 1}, b: *a` | `a: &a {c: 1}, b: {k: new}` | b/k
            alias with more            | `a: &a {c: 1}, b: *a` | `a: &a {c: 1}, b: {c: 1, k: new, l: 1}` | b/k
            alias with other text      | `a: &a {c: 1}, b: *a` | `a: &a {c: 1}, b: {c: 1, k: old}` | b/k
            alias with changed text    | `a: &a {c: 1}, b: *a` | `a: &a {c: 1}, b: {c: 2, k: new}` | b/k
            alias not edited           | `a: &a {c: 1}, b: *a` | `a: &a {c: 1}, b: {c: 1}` | b/k
            text of an alias not set   | `a: &a {c: 1}, b: *a` | `a: &a {c: 1}, b: {c: 1}` | b/c
            entry of an alias stays    | `a: &a {c: 1}, b: *a` | `a: &a {c: 1}, b: {c: 1}` | -b/c
            anchored value edited too  | `a: &a {c: 1}, b: *a` | `a: &a {c: new}, b: {c: new}` | b/c
            """)
    void refuses(String what, String before, String after, String plan) {
        assertThat(isAsPlanned(before, after, plan)).isFalse();
    }

    /** The same key stands for a mapping and for a list, of which the plan means the second. */
    @Test
    void refusesAPlanForTheOtherOfTwoRepeatedKeys() {
        String text = "{b: {x: 1}, b: [{y: 1}]}";
        assertThat(isAsPlanned(text, text, "b/0/k")).isFalse();
    }

    private static boolean isAsPlanned(String before, String after, String plan) {
        List<Edit> edits = plan == null
                ? List.of()
                : Arrays.stream(plan.split(" ")).map(EditCheckTest::edit).toList();
        return EditCheck.isAsPlanned(root(before), root(after), EditTree.of(edits));
    }

    private static Edit edit(String plan) {
        String path = plan.replaceFirst("^[+-]", "");
        List<Object> steps = Arrays.stream(path.split("/"))
                .<Object>map(step -> Character.isDigit(step.charAt(0)) ? Integer.valueOf(step) : step)
                .toList();
        return switch (plan.charAt(0)) {
            case '-' -> new Edit.Remove(0, steps);
            case '+' -> new Edit.AddItem(0, steps, Map.of("i", "new"));
            default -> new Edit.SetText(0, steps, "new", List.of());
        };
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
