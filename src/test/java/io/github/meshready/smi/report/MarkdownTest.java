package io.github.meshready.smi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "web; `web`",
                "a`b; ``a`b``",
                "`a; `` `a ``",
                "a```b; ````a```b````",
                "a|b; `a\\u007cb`",
                "<b>x</b>; `<b>x</b>`",
                "^^; (empty)"
            })
    void keepsAValueInItsSpan(String value, String span) {
        assertThat(Markdown.code(value)).isEqualTo(span);
    }

    @Test
    void keepsAValueOnItsLine() {
        assertThat(Markdown.code("a\n# b\u202ec")).isEqualTo("`a\\u000a# b\\u202ec`");
        assertThat(Markdown.code("x".repeat(300))).hasSize(205);
    }

    @Test
    void takesNothingInWordsForMarkdown() {
        assertThat(Markdown.words("a `b` *c* [d](http://e) <img src=x> | #1 & $f"))
                .isEqualTo("a \\`b\\` \\*c\\* \\[d\\]\\(http\\://e\\) \\<img src=x\\> \\| \\#1 \\& \\$f");
        assertThat(Markdown.words("one\n## two")).isEqualTo("one\\\\u000a\\#\\# two");
    }

    @Test
    void closesNoBlockEarly() {
        String block = new Markdown()
                .commands(List.of("kubectl delete 'a\n```\nrm -rf /", "```"))
                .toString();
        assertThat(block).isEqualTo("""
            ````sh
            kubectl delete 'a\\u000a```\\u000arm -rf /
            ```
            ````
            """);
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(new Markdown()
                        .paragraph("a")
                        .commands(List.of())
                        .list(List.of())
                        .paragraph("b")
                        .toString())
                .isEqualTo("a\n\nb\n");
    }

    @Test
    void drawsTables() {
        assertThat(new Markdown()
                        .table(List.of("x", ""), List.of(List.of("1", "2")))
                        .toString())
                .isEqualTo("| x |  |\n| --- | --- |\n| 1 | 2 |\n");
    }
}
