package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

    static Stream<Arguments> badBytes() {
        return Stream.of(
                Arguments.of("Latin-1", bytes("a: 1\nb: gr", 0xfc, 'n'), "x.yaml:2:6: the file is not UTF-8"),
                Arguments.of("lone continuation byte", bytes("a: ", 0x80), "x.yaml:1:4: the file is not UTF-8"),
                Arguments.of("surrogate in UTF-8", bytes("a: ", 0xed, 0xa0, 0x80), "x.yaml:1:4: the file is not UTF-8"),
                Arguments.of("cut off character", bytes("a: ", 0xc3), "x.yaml:1:4: the file is not UTF-8"),
                Arguments.of("UTF-16LE with mark", bytes("", 0xff, 0xfe, 'a', 0), "UTF-16"),
                Arguments.of("UTF-16BE with mark", bytes("", 0xfe, 0xff, 0, 'a'), "UTF-16"),
                Arguments.of("half of a mark", bytes("", 0xff, 'a'), "x.yaml:1:1: the file is not UTF-8"),
                Arguments.of("other half of a mark", bytes("", 0xfe, 'a'), "x.yaml:1:1: the file is not UTF-8"),
                Arguments.of(
                        "control character in JSON",
                        bytes("{\"a\":\t\"", 1, '"', '}'),
                        "x.yaml:1:8: character U+0001 is not allowed in JSON"),
                Arguments.of("UTF-16LE without mark", bytes("", 'a', 0, ':', 0), "x.yaml:1:2: character U+0000"),
                Arguments.of("gzip", bytes("", 0x1f, 0x8b, 8), "archive"),
                Arguments.of("zip", bytes("PK", 3, 4), "archive"),
                Arguments.of("escape", bytes("a: 1\nb: ", 0x1b), "x.yaml:2:4: character U+001B"),
                Arguments.of("delete", bytes("a: ", 0x7f), "x.yaml:1:4: character U+007F is not allowed in YAML"),
                Arguments.of(
                        "mark inside", "a: \uFEFFb".getBytes(StandardCharsets.UTF_8), "x.yaml:1:4: character U+FEFF"),
                Arguments.of("noncharacter", "a: \uFFFE".getBytes(StandardCharsets.UTF_8), "U+FFFE"),
                Arguments.of(
                        "long line",
                        ("a: 1\n" + "#".repeat(TextDecoder.MAX_LINE + 1)).getBytes(StandardCharsets.UTF_8),
                        "x.yaml:2:1: the line is longer"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBytes")
    void refusesWhatIsNoText(String what, byte[] bytes, String message) {
        assertThatThrownBy(() -> new TextDecoder("x.yaml", Limits.DEFAULT.fileSize()).decode(bytes))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("fix: ");
    }

    @Test
    void keepsEveryCharacterOfGoodText() {
        String text = "\uFEFFa: \u0085 \u2028 \uD83D\uDE80 é\r\nb:\tc\r";
        SourceText decoded =
                new TextDecoder("x.yaml", Limits.DEFAULT.fileSize()).decode(text.getBytes(StandardCharsets.UTF_8));
        assertThat(decoded.text()).isEqualTo(text);
    }

    @Test
    void refusesHugeFiles() {
        byte[] huge = new byte[Limits.DEFAULT.fileSize() + 1];
        assertThatThrownBy(() -> new TextDecoder("x.yaml", Limits.DEFAULT.fileSize()).decode(huge))
                .hasMessageContaining("at most");
    }

    /** JSON allows every character from U+0020 on (RFC 8259, section 7); YAML 1.1 not all of them (section 5.1). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "P",
                "a: ~",
                "a: \u00a0\ud7ff\ue000\ufffd",
                "{\"a\": \"\u007f\u0080\uFEFF\uFFFE\"}",
                "\uFEFF"
            })
    void takesWhateverItsFormatAllows(String text) {
        assertThat(new TextDecoder("x.yaml", Limits.DEFAULT.fileSize())
                        .decode(text.getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void readsAFileOfTheLargestSize() {
        assertThat(new TextDecoder("x.yaml", 3).decode(bytes("abc")).text()).isEqualTo("abc");
        assertThatThrownBy(() -> new TextDecoder("x.yaml", 3).decode(bytes("abcd")))
                .hasMessageContaining("x.yaml: the file has 4 bytes; at most 3 are read");
    }

    @Test
    void countsLongLinesOneByOne() {
        String line = "#".repeat(TextDecoder.MAX_LINE);
        String text = line + "\n" + line + "\r" + line;
        assertThat(new TextDecoder("x.yaml", Limits.DEFAULT.fileSize())
                        .decode(text.getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo(text);
    }

    private static byte[] bytes(String start, int... more) {
        byte[] head = start.getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(head, head.length + more.length);
        for (int i = 0; i < more.length; i++) {
            all[head.length + i] = (byte) more[i];
        }
        return all;
    }
}
