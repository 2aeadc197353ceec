package io.github.meshready.smi.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexSamplesTest {

    private static final int EXPRESSIONS = 20_000;
    private static final List<String> PIECES = List.of(
            "/",
            "a",
            "books",
            ".",
            ".*",
            ".+",
            "[a-z]+",
            "[^/]",
            "[]x]",
            "[[:alpha:]]",
            "[[:x]",
            "[\\]]",
            "\\d",
            "\\.",
            "\\pL",
            "\\p{Greek}",
            "\\x41",
            "\\x{42}",
            "\\Qa.b\\E",
            "\\b",
            "^",
            "$",
            "(",
            "(?:",
            "(?i)",
            "(?P<n>",
            ")",
            ")?",
            "|",
            "*",
            "?",
            "{2}",
            "{1,}",
            "{2,3}?",
            "{x}",
            "[",
            "]",
            "\\",
            "\\1",
            "{",
            "(?",
            "é");

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "none", textBlock = """
            /books                     ; /books
            .*                         ; /
            .+                         ; /
            /books/.*                  ; /books/
            /books/.+                  ; /books/x
            /a(/.*)?                   ; /a
            /(books|orders)/[0-9]+     ; /books/1
            /v\\d\\.\\d                ; /v1.1
            ^/api$                     ; /api
            /[^/]+/items               ; /x/items
            /[A-Z]{2,3}x               ; /AAx
            /x{2}?y                    ; /xxy
            /(?P<name>[-_]+)           ; /-
            /(?i:UP)                   ; /UP
            /\\Qa.b*c\\E               ; /a.b*c
            /[[:upper:]][]][\\]]       ; /A]]
            /{id}                      ; /{id}
            .*\\.css                   ; /.css
            /\\p{Greek}+               ; none
            books                      ; none
            /a b                       ; none
            /a\\?b                     ; none
            (?=x)                      ; none
            """)
    void pathsAreWhatRequestsCanHave(String regex, String first) {
        List<String> samples = RegexSamples.paths(regex.replace("\\\\", "\\"));
        assertThat(samples.isEmpty() ? null : samples.get(0)).isEqualTo(first);
    }

    @Test
    void headersMayHoldMore() {
        assertThat(RegexSamples.of("Mozilla/5\\.0 .*").get(0)).isEqualTo("Mozilla/5.0 ");
        assertThat(RegexSamples.of("me|you")).containsExactly("me", "you");
        assertThat(RegexSamples.of("")).containsExactly("");
    }

    @Test
    void whateverIsWrittenEndsAndMatches() {
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            StringBuilder regex = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                regex.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            List<String> samples = RegexSamples.of(regex.toString());
            assertThat(samples)
                    .as(regex.toString())
                    .hasSizeLessThanOrEqualTo(12)
                    .allMatch(RouteRegex.of(regex.toString())
                            .map(compiled -> (java.util.function.Predicate<String>) compiled::matches)
                            .orElse(text -> false));
            found += samples.isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(EXPRESSIONS / 10);
    }

    @Test
    void longOnesStayShort() {
        assertThat(RegexSamples.of("(((a{9}b|c){9}d|e){9}|.*)+")).allMatch(text -> text.length() <= 200);
        assertThat(RegexSamples.of("(".repeat(120) + "a" + ")?".repeat(120))).contains("", "a");
    }
}
