package io.github.meshready.smi.route.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', nullValues = "-", textBlock = """
            /books           ! /books             ! /books
            /books           ! /orders            ! -
            /books/[^/]+     ! /books/search      ! /books/search
            /books/[0-9]+    ! /books/[a-z]+      ! -
            /a(/.*)?         ! /a/b/c             ! /a/b/c
            /a(/.*)?         ! /ab                ! -
            ^/a$             ! /a                 ! /a
            .*a-book.*new    ! /b.*               ! /ba-booknew
            x{2,3}           ! x{3,5}             ! xxx
            a|b              ! b|c                ! b
            [^a]             ! [^b]               ! c
            """)
    void knowsTheShortestTextOfTwo(String one, String other, String text) {
        Comparison overlap = language(one).overlap(language(other));
        assertThat(overlap.isKnown()).isTrue();
        assertThat(overlap.example().orElse(null)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', nullValues = "-", textBlock = """
            /books          ! /books/?        ! -
            /books/?        ! /books          ! /books/
            /a/[^/]+        ! /a/.*           ! -
            /a/.*           ! /a/[^/]+        ! /a/
            /a/.+           ! /a/[^/]+        ! /a//
            [a-z]+          ! [a-y]+          ! z
            .*              ! [^/]*           ! /
            """)
    void knowsTheShortestTextOfOneAlone(String one, String other, String text) {
        assertThat(language(one).beyond(language(other)).example().orElse(null)).isEqualTo(text);
    }

    /** Texts of parts, as FSM's proxies look for them. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            /books     ! /admin?x=/books ! true
            ^/books    ! /admin?x=/books ! false
            ^/books    ! /books/1        ! true
            /books$    ! /books/1        ! false
            ^/a$|/b    ! /a/b            ! true
            ^/a$|/b    ! /a/c            ! false
            """)
    void findsPartsOfTexts(String regex, String text, boolean expected) {
        assertThat(Language.anywhere(regex).orElseThrow().matches(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a(?=b)",
                "(?i)a",
                "\\pL",
                "\\bx",
                "a**",
                "*a",
                "a{2}{3}",
                "(a",
                "a)",
                "[a",
                "a\\",
                "é",
                "[[:alpha:]]",
                "a^b",
                "(^a)",
                "a$b",
                "[b-a]",
                "\\1",
                "a{1001}",
                "[a&&b]",
                "(?P<n>a)",
                "\\x4",
                "a{3,2}"
            })
    void refusesWhatItDoesNotUnderstand(String regex) {
        assertThat(Language.of(regex)).isEmpty();
    }

    /** What the proxies' library for Java says of the same texts. */
    @Test
    void agreesWithTheProxiesLibrary() {
        int matches = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            RandomRegex random = new RandomRegex(seed);
            String regex = random.regex();
            Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
            Language language = language(regex);
            for (String text : random.texts(40)) {
                boolean expected = pattern.matches(text);
                matches += expected ? 1 : 0;
                assertThat(language.matches(text)).as(regex + " on " + text).isEqualTo(expected);
                assertThat(Language.anywhere(regex).orElseThrow().matches(text))
                        .as(regex + " in " + text)
                        .isEqualTo(pattern.matcher(text).find());
            }
        }
        assertThat(matches).isGreaterThan(3_000);
    }

    @Test
    void examplesAreRightAndNoneAreMissed() {
        int found = 0;
        int none = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            RandomRegex random = new RandomRegex(seed);
            String one = random.regex();
            String other = random.regex();
            Pattern first = Pattern.compile(one, Pattern.DOTALL);
            Pattern second = Pattern.compile(other, Pattern.DOTALL);
            Comparison overlap = language(one).overlap(language(other));
            Comparison beyond = language(one).beyond(language(other));
            overlap.example()
                    .ifPresent(text -> assertThat(first.matches(text) && second.matches(text))
                            .as(one + " and " + other + " on " + text)
                            .isTrue());
            beyond.example()
                    .ifPresent(text -> assertThat(first.matches(text) && !second.matches(text))
                            .as(one + " without " + other + " on " + text)
                            .isTrue());
            found += overlap.example().isPresent() ? 1 : 0;
            none += overlap.isNone() ? 1 : 0;
            for (String text : random.texts(60)) {
                assertThat(overlap.isNone() && first.matches(text) && second.matches(text))
                        .as(one + " and " + other)
                        .isFalse();
                assertThat(beyond.isNone() && first.matches(text) && !second.matches(text))
                        .as(one + " in " + other)
                        .isFalse();
            }
        }
        assertThat(found).isGreaterThan(300);
        assertThat(none).isGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|b)*a(a|b){900}", "(.*a){40}", "((a?){30}){30}", "(a{1000}){1000}", "(a|b)*a(a|b){12}c"})
    void givesUpInsteadOfHanging(String regex) {
        long start = System.nanoTime();
        Language.of(regex).ifPresent(language -> {
            Comparison comparison = language.overlap(language("(.*b){20}x"));
            assertThat(comparison.isKnown() && comparison.example().isPresent()).isFalse();
        });
        assertThat((System.nanoTime() - start) / 1_000_000_000.0).as("seconds").isLessThan(20);
    }

    private static Language language(String regex) {
        return Language.of(regex).orElseThrow();
    }
}
