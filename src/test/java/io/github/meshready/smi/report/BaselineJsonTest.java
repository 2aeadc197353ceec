package io.github.meshready.smi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.gate.Baseline;
import io.github.meshready.smi.verify.gate.BaselineEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineJsonTest {

    private static final BaselineEntry B = new BaselineEntry("b", "SMI-TT-05", Severity.INFO, "o \"é\u001b", "m\n");
    private static final BaselineEntry A = new BaselineEntry("a", "SMI-ID-01", Severity.ERROR, "o", "m");

    private static final String TEXT = """
            {
              "content": "smi-baseline",
              "version": 1,
              "findings": [
                {
                  "fingerprint": "a",
                  "rule": "SMI-ID-01",
                  "severity": "error",
                  "object": "o",
                  "message": "m"
                },
                {
                  "fingerprint": "b",
                  "rule": "SMI-TT-05",
                  "severity": "info",
                  "object": "o \\"é\\u001B",
                  "message": "m\\n"
                }
              ]
            }
            """;

    @Test
    void writesTheSameForTheSameFindingsAndReadsItBack() throws IOException {
        byte[] bytes = BaselineJson.bytes(new Baseline(List.of(B, A)));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(TEXT);
        assertThat(bytes).isEqualTo(BaselineJson.bytes(new Baseline(List.of(A, B))));
        assertThat(new BaselineJson("b.json").read(bytes)).isEqualTo(new Baseline(List.of(A, B)));
        assertThat(TEXT.substring(0, 200)).contains(BaselineJson.MARK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | ``", // empty
                "\"version\": 1 | \"version\": 2",
                "\"version\": 1 | \"version\": \"1\"",
                "\"smi-baseline\" | \"mesh\"",
                "\"rule\": \"SMI-ID-01\", | ``",
                "\"severity\": \"error\" | \"severity\": \"fatal\"",
                "\"object\": \"o\" | \"object\": null",
                "\"findings\" | \"results\"",
                "\"object\" | \"owner\"",
                "\"version\": 1 | \"version\": 1, \"version\": 1",
                "\"version\": 1 | <<<<<<< HEAD"
            })
    void refusesWhatItWouldOnlyHalfRead(String part, String instead) {
        String text = part.isEmpty() ? "" : TEXT.replaceFirst(java.util.regex.Pattern.quote(part), instead);
        assertThatThrownBy(() -> new BaselineJson("b.json").read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InputException.class)
                .hasMessageMatching("(?s)b\\.json:\\d+: the baseline .*fix: restore the file, or write it anew.*");
    }

    @Test
    void refusesWhatIsCutOffAnywhereAndWhatGoesOn() {
        for (int end = 0; end < TEXT.length() - 2; end++) {
            String cut = TEXT.substring(0, end);
            assertThatThrownBy(() -> new BaselineJson("b.json").read(cut.getBytes(StandardCharsets.UTF_8)))
                    .as(cut)
                    .isInstanceOf(InputException.class);
        }
        for (String more : List.of("{}", "x", "\u0000")) {
            assertThatThrownBy(() -> new BaselineJson("b.json").read((TEXT + more).getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(InputException.class);
        }
    }
}
