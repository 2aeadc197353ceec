package io.github.meshready.smi.report.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutOrderTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "a b c; ^^; a b c",
                "web api db; web>api api>db; db / api / web",
                "a b c d; a>b a>c b>d c>d; d / b c / a",
                "a; a>a; a",
                "a b; a>b b>a; (a b)",
                "web a b db; web>a a>b b>a b>db; db / (a b) / web",
                "a b c d x; a>b b>a c>d d>c a>c x>a; (c d) / (a b) / x",
                "a b c d; a>b b>a c>d d>c; (a b) / (c d)",
                "a b c; a>b b>c c>a a>c; (a b c)",
                "web db; web>gone gone>db; db web"
            })
    void goesFromTheCalledToTheCallers(String workloads, String calls, String turns) {
        assertThat(turns(workloads, calls)).isEqualTo(turns);
    }

    @Test
    void followsLongChains() {
        List<String> chain = IntStream.range(0, 2000)
                .mapToObj(i -> String.format("w%04d", i))
                .toList();
        Map<String, Set<String>> called = new TreeMap<>();
        IntStream.range(1, chain.size()).forEach(i -> called.put(chain.get(i - 1), Set.of(chain.get(i))));
        assertThat(RolloutOrder.of(chain, called))
                .hasSize(2000)
                .first()
                .satisfies(turn -> assertThat(turn.workloads()).containsExactly("w1999"));
        called.put("w1999", Set.of("w0000"));
        assertThatCode(() -> RolloutOrder.of(chain.subList(0, 500), called)).doesNotThrowAnyException();
    }

    private static String turns(String workloads, String calls) {
        Map<String, Set<String>> called = new TreeMap<>();
        for (String call : calls.isEmpty() ? new String[0] : calls.split(" ")) {
            String[] ends = call.split(">");
            called.computeIfAbsent(ends[0], key -> new TreeSet<>()).add(ends[1]);
        }
        return RolloutOrder.of(Arrays.asList(workloads.split(" ")), called).stream()
                .map(turn -> {
                    String names = String.join(" ", turn.workloads());
                    return turn.isCircle() ? "(" + names + ")" : names;
                })
                .collect(Collectors.joining(" / "));
    }
}
