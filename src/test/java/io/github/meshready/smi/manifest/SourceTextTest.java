package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

    /** Lines end in all three ways; an emoji is one character and two chars. */
    private final SourceText source = new SourceText("x.yaml", "ab\r\ncd\re\uD83D\uDE80f\ng");

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,1,2", "4,2,1", "6,2,3", "7,3,1", "8,3,2", "10,3,3", "11,3,4", "12,4,1", "13,4,2"})
    void locatesOffsets(int offset, int line, int column) {
        assertThat(source.locate(offset)).isEqualTo(new Location("x.yaml", line, column));
    }

    @Test
    void knowsTheLineBreakInUse() {
        assertThat(source.lineBreak(0)).isEqualTo("\r\n");
        assertThat(source.lineBreak(5)).isEqualTo("\r");
        assertThat(source.lineBreak(8)).isEqualTo("\n");
        assertThat(source.lineBreak(12))
                .as("last line without one: that of the line before")
                .isEqualTo("\n");
        assertThat(new SourceText("x", "a").lineBreak(0)).as("only line").isEqualTo("\n");
    }

    @Test
    void countsNoByteOrderMarkAsAColumn() {
        SourceText marked = new SourceText("x", "\uFEFFab\n\uFEFFc");
        assertThat(marked.column(1)).isZero();
        assertThat(marked.column(3)).isEqualTo(2);
        assertThat(marked.column(5)).as("not the first line").isEqualTo(1);
    }

    @Test
    void knowsTheLineBreakAtTheEdgesOfTheText() {
        assertThat(new SourceText("x", "\na").lineBreak(0)).isEqualTo("\n");
        assertThat(new SourceText("x", "a\r").lineBreak(0)).isEqualTo("\r");
        assertThat(new SourceText("x", "a\rb").lineBreak(2)).isEqualTo("\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\uFEFF", "\r\n\t ", "# {\n", "a: {}", "\u00a0{}", " \uFEFF{}"})
    void isJsonOnlyBehindABrace(String text) {
        assertThat(new SourceText("x", text).isJson()).isFalse();
        assertThat(new SourceText("x", "\uFEFF \t\r\n{" + text).isJson()).isTrue();
    }
}
