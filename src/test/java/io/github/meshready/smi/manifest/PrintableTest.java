package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[31m",
                "\r",
                "\n::error::x",
                "\u202e",
                "\u200b",
                "\u007f",
                "\u009b",
                "\u00a0",
                "\uE000",
                "\uDB40\uDC41"
            })
    void letsNothingInvisibleThrough(String value) {
        assertThat(Printable.text("a" + value + "b")).matches("a[ -~]*b").isNotEqualTo("a" + value + "b");
    }

    @Test
    void keepsWhatCanBeSeen() {
        assertThat(Printable.text("web-1 é \uD83D\uDE80 <b>&")).isEqualTo("web-1 é \uD83D\uDE80 <b>&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"##[add-mask]x", "##vso[task.setvariable variable=a]b", "##teamcity[x]", "###[error]x"})
    void breaksUpWhatCiWouldObeyWithinALine(String value) {
        assertThat(Printable.text("a " + value)).contains("#\\u0023").doesNotContain("##[", "##vso", "##team");
        assertThat(Printable.line("## a heading, ## and ##")).isEqualTo("## a heading, ## and ##");
    }

    @Test
    void cutsLongValuesButNoLines() {
        assertThat(Printable.text("x".repeat(201))).isEqualTo("x".repeat(200) + "...");
        assertThat(Printable.line("x".repeat(300))).hasSize(300);
    }
}
