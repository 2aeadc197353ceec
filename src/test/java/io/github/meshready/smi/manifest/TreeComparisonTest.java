package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeComparisonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x: {a: 1, b: 2}             | x: {b: 2, a: 1}
            x: {a: 1}                   | x: {"a": 1}
            x: {on: 1}                  | x: {"true": 1}
            x: {}                       | x: {}
            x: [a, 'b']                 | x: ["a", b]
            x: []                       | x: []
            y: &y {a: 1}, x: {<<: *y}   | x: {a: 1}, y: {a: 1}
            y: &y [1], x: *y            | x: [1], y: [1]
            x: 1, x: 2                  | x: 2
            """)
    void findsNoDifferenceInStyle(String one, String other) {
        assertThat(TreeComparison.isSame(root(one), root(other))).isTrue();
        assertThat(TreeComparison.isSame(root(other), root(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x: a            | x: b
            x: 1            | x: "1"
            x: {a: 1}       | x: {a: 2}
            x: {a: 1}       | x: {b: 1}
            x: {a: 1}       | x: {a: 1, b: 1}
            x: {}           | x: []
            x: {}           | x: a
            x: []           | x: a
            x: [a]          | x: [b]
            x: [a, b]       | x: [b, a]
            x: [a, b]       | x: [a]
            x: [[a]]        | x: [[b]]
            """)
    void findsEveryDifferenceInMeaning(String one, String other) {
        assertThat(TreeComparison.isSame(root(one), root(other))).isFalse();
        assertThat(TreeComparison.isSame(root(other), root(one))).isFalse();
    }

    private static Node root(String entries) {
        String text = "all: {" + entries + "}\n";
        return ManifestFile.parse("x", new SourceText("x", text))
                .documents()
                .get(0)
                .root();
    }
}
