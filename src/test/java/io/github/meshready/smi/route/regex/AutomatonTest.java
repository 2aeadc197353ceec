package io.github.meshready.smi.route.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomatonTest {

    /** Without look-ahead: what a segment is unless it is one of some texts. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            [a-z]+   ! a       ! a[a-z]|[b-z]
            [a-d]+   ! ab      ! a
            """)
    void writesWhatIsLeftOfASet(String all, String without, String start) {
        Regex regex =
                Elimination.regex(automaton(all).minus(automaton(without))).orElseThrow();
        assertThat(RegexText.of(regex)).contains(start);
        Pattern pattern = Pattern.compile(RegexText.of(regex));
        assertThat(pattern.matches(without)).isFalse();
        assertThat(pattern.matches(without + "a")).isTrue();
    }

    /** Written down and read again, combinations of sets have the texts that they must have. */
    @Test
    void combinesSetsExactly() {
        long written = 0;
        for (int seed = 0; seed < 600; seed++) {
            RandomRegex random = new RandomRegex(seed);
            String one = random.regex();
            String other = random.regex();
            Optional<Automaton> large = Automaton.of(Regex.of(one).orElseThrow());
            Optional<Automaton> larger = Automaton.of(Regex.of(other).orElseThrow());
            if (large.isEmpty() || larger.isEmpty()) {
                continue; // more states than are worked with
            }
            Automaton first = large.get();
            Automaton second = larger.get();
            Pattern firstPattern = Pattern.compile(one, Pattern.DOTALL);
            Pattern secondPattern = Pattern.compile(other, Pattern.DOTALL);
            Optional<Pattern> minus = pattern(first.minus(second));
            Optional<Pattern> both = pattern(first.and(second));
            Optional<Pattern> either = pattern(first.or(second));
            for (String text : random.texts(40)) {
                boolean inFirst = firstPattern.matches(text);
                boolean inSecond = secondPattern.matches(text);
                String what = one + " and " + other + " on " + text;
                minus.ifPresent(p -> assertThat(p.matches(text)).as(what).isEqualTo(inFirst && !inSecond));
                both.ifPresent(p -> assertThat(p.matches(text)).as(what).isEqualTo(inFirst && inSecond));
                either.ifPresent(p -> assertThat(p.matches(text)).as(what).isEqualTo(inFirst || inSecond));
            }
            written +=
                    Stream.of(minus, both, either).filter(Optional::isPresent).count();
        }
        assertThat(written).isGreaterThan(600);
    }

    @Test
    void isTheSameHoweverASetIsWritten() {
        assertThat(automaton("a|ab|abb"))
                .isEqualTo(automaton("a(b(b)?)?"))
                .isEqualTo(Automaton.ofTexts(List.of("abb", "a", "ab")));
        assertThat(automaton("[ab]+")).isEqualTo(automaton("(a|b)(a|b)*")).hasSameHashCodeAs(automaton("(a|b)(a|b)*"));
        assertThat(automaton("a+").minus(automaton("a+")).isEmpty()).isTrue();
    }

    private static Optional<Pattern> pattern(Automaton automaton) {
        return Elimination.regex(automaton).map(regex -> Pattern.compile(RegexText.of(regex), Pattern.DOTALL));
    }

    private static Automaton automaton(String regex) {
        return Automaton.of(Regex.of(regex).orElseThrow()).orElseThrow();
    }
}
