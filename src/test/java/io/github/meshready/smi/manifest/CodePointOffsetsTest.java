package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodePointOffsetsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "\uD83D\uDE80",
                "a\uD83D\uDE80bc\uD83D\uDE80\uD83D\uDE80d",
                "\uD83D\uDE80 1 \uD83D\uDE80 2 \uD83D\uDE80 3 \uD83D\uDE80 4 \uD83D\uDE80 5 \uD83D\uDE80 6 "
                        + "\uD83D\uDE80 7 \uD83D\uDE80 8 \uD83D\uDE80 9 \uD83D\uDE80"
            })
    void countsAsTheJavaRuntimeDoes(String text) {
        CodePointOffsets offsets = new CodePointOffsets(text);
        for (int i = 0; i <= text.codePointCount(0, text.length()); i++) {
            assertThat(offsets.charOffset(i)).as("code point %d", i).isEqualTo(text.offsetByCodePoints(0, i));
        }
        for (int i = 0; i <= text.codePointCount(0, text.length()); i++) {
            int start = offsets.charOffset(i);
            for (int end = start; end <= text.length(); end++) {
                assertThat(offsets.count(start, end))
                        .as("%d to %d", start, end)
                        .isEqualTo(text.codePointCount(start, end));
            }
        }
    }
}
