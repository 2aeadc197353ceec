package io.github.meshready.smi.route.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes as RE2 of 2022-06-01 itself counts them. */
class ProgramSizeTest {

    /** One to eight parameters behind {@code /r}. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            '', [^/]+, '',                        24, 44, 64, 84, 104, 124, 164
            ^,  [^/]+, $,                         13, 33, 53, 73, 93, 113, 153
            ^,  [!$-.0-;=@-Z_a-z~]+, $,           13, 33, 53, 73, 93, 113, 153
            ^,  [!-.0-~]+, $,                     7, 21, 35, 49, 63, 77, 105
            """)
    void isThatOfTheLibraryForParameters(
            String start, String parameter, String end, int s1, int s2, int s3, int s4, int s5, int s6, int s8) {
        List<Integer> sizes = List.of(1, 2, 3, 4, 5, 6, 8).stream()
                .map(count -> {
                    StringBuilder regex = new StringBuilder(start);
                    for (int i = 1; i <= count; i++) {
                        regex.append("/resource").append(i).append('/').append(parameter);
                    }
                    return ProgramSize.of(regex.append(end).toString()).orElseThrow();
                })
                .toList();
        assertThat(sizes).containsExactly(s1, s2, s3, s4, s5, s6, s8);
    }

    @Test
    void isThatOfTheLibraryForLongTexts() {
        String text = "/" + "a".repeat(117);
        String grpc = "/" + "a".repeat(143);
        assertThat(List.of(text, "^" + text + "$", grpc, "^" + grpc + "$", "[\\w]{32}", "/books/[\\w]{32}"))
                .extracting(regex -> ProgramSize.of(regex).orElseThrow())
                .containsExactly(122, 4, 148, 4, 100, 107);
    }

    /** Recorded from the library: expressions that are written, and random ones. */
    @Test
    void isNearlyAlwaysThatOfTheLibrary() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("src/test/resources/re2/program-sizes.tsv"), StandardCharsets.UTF_8);
        int different = 0;
        for (String row : rows) {
            int tab = row.indexOf('\t');
            int size = Integer.parseInt(row.substring(0, tab));
            int counted = ProgramSize.of(row.substring(tab + 1)).orElseThrow();
            assertThat(Math.abs(counted - size))
                    .as(row + " is counted as " + counted)
                    .isLessThanOrEqualTo(4);
            different += counted == size ? 0 : 1;
        }
        assertThat(rows).hasSizeGreaterThan(400);
        assertThat(different).as("rows that differ").isLessThan(rows.size() / 40);
    }

    @Test
    void isOutOfReachForWhatIsTooLarge() {
        assertThat(ProgramSize.of("((a{1000}){1000}){1000}")).hasValue(Integer.MAX_VALUE);
        assertThat(ProgramSize.of("(?i)a")).isEmpty();
        assertThat(ProgramSize.of("\\p{L}+")).isEmpty();
    }
}
