package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the limits of depth and size lie, in a small. */
class ReadLimitsTest {

    private static final int DEPTH = 8;
    private static final Limits LIMITS = new Limits(1_000_000, 1, DEPTH, 10_000);

    /** Text that opens something, what stands inside, and text that closes it. */
    static Stream<Arguments> nests() {
        return Stream.of(
                Arguments.of("YAML list", "a: ", "[", "]"),
                Arguments.of("YAML mapping", "a: ", "{b: ", "}"),
                Arguments.of("YAML block list", "", "- ", ""),
                Arguments.of("JSON list", "{\"a\": ", "[", "]"),
                Arguments.of("JSON object", "{\"a\": ", "{\"b\": ", "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nests")
    void readsWhatIsNestedAsDeepAsAllowedAndNoDeeper(String what, String start, String open, String close) {
        String end = start.startsWith("{") ? "}" : "";
        int levels = start.isEmpty() ? DEPTH : DEPTH - 1;
        String deep = start + open.repeat(levels) + "1" + close.repeat(levels) + end;
        assertThatCode(() -> read(deep)).doesNotThrowAnyException();
        String deeper = start + open.repeat(levels + 1) + "1" + close.repeat(levels + 1) + end;
        assertThatThrownBy(() -> read(deeper)).hasMessageContaining("nested more than 8 levels deep");
    }

    @Test
    void givesUpOnKeysInKeysAsEarly() {
        assertThatThrownBy(() -> read("? ".repeat(3 * DEPTH) + "a"))
                .hasMessageContaining("nested more than 8 levels deep");
    }

    /** What is repeated, about a hundredth of what aliases may add, and how it is. */
    static Stream<Arguments> expansions() {
        String value = "x".repeat(100);
        return Stream.of(
                Arguments.of("texts in a list", "- &a " + value + "\n", "- *a\n"),
                Arguments.of("lists in a list", "- &a [" + value + "]\n", "- *a\n"),
                Arguments.of("mappings with long values", "- &a {k: " + value + "}\n", "- *a\n"),
                Arguments.of("mappings with long keys", "- &a {" + value + ": 1}\n", "- *a\n"),
                Arguments.of("texts in a mapping", "a: &a " + value + "\n", "k: *a\n"),
                Arguments.of(
                        "behind a long document", "# comment\n".repeat(2_000) + "---\n- &a " + value + "\n", "- *a\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expansions")
    void refusesAliasesThatAddMoreThanAllowed(String what, String start, String repetition) {
        assertThatCode(() -> read(start + repetition.repeat(90))).doesNotThrowAnyException();
        assertThatThrownBy(() -> read(start + repetition.repeat(120)))
                .hasMessageContaining("aliases blow this value up by more than 10000 characters");
    }

    /** A chain of aliases is as deep as what it stands for, though no line of it is. */
    @ParameterizedTest
    @ValueSource(strings = {"&a%d [*a%d]", "&a%d {k: *a%d}", "&a%d {<<: *a%d}"})
    void countsTheLevelsThatAliasesAdd(String link) {
        assertThatCode(() -> read(chain(link, DEPTH - 2))).doesNotThrowAnyException();
        assertThatThrownBy(() -> read(chain(link, DEPTH)))
                .hasMessageContaining("nested more than 8 levels deep")
                .hasMessageContaining("x.yaml:" + DEPTH + ":");
    }

    private static String chain(String link, int links) {
        StringBuilder text = new StringBuilder("a0: &a0 {k: 1}\n");
        for (int i = 1; i < links; i++) {
            text.append("a%d: ".formatted(i)).append(link.formatted(i, i - 1)).append("\n");
        }
        return text.toString();
    }

    /** Each look for a key walks through all that is merged; 2 to the power of 12 mappings here. */
    @Test
    void refusesMergeKeysThatFanOut() {
        StringBuilder text = new StringBuilder("a0: &a0 {k: 1}\n");
        for (int i = 1; i <= 12; i++) {
            text.append("a%d: &a%d {<<: [*a%d, *a%d]}\n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() ->
                        ManifestFile.parse("x.yaml", "x.yaml", text.toString().getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("x.yaml:10:5: merge keys bring more than 1000 mappings into this value");
    }

    @Test
    void readsLongListsOfMappings() {
        assertThatCode(() -> read("- {k: 1}\n".repeat(2_000))).doesNotThrowAnyException();
    }

    @Test
    void countsNoTextThatIsWrittenOut() {
        String text = ("- " + "a".repeat(50) + "\n").repeat(1_000);
        assertThatCode(() -> read(text)).doesNotThrowAnyException();
    }

    /** SnakeYAML alone stops at 3 MiB. */
    @Test
    void readsLongDocuments() {
        String text = ("- " + "a".repeat(50) + "\n").repeat(80_000);
        assertThat(ManifestFile.parse("x.yaml", "x.yaml", text.getBytes(StandardCharsets.UTF_8))
                        .documents())
                .hasSize(1);
    }

    private static void read(String text) {
        ManifestFile.parse("x.yaml", "x.yaml", text.getBytes(StandardCharsets.UTF_8), LIMITS);
    }
}
