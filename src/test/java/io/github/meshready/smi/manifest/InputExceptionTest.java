package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InputExceptionTest {

    @Test
    void saysWhatItDoesNotShow() {
        assertThat(of(1).getMessage().lines()).containsExactly("a.yaml:1:1: wrong", "  fix: mend it");
        assertThat(of(20).getMessage().lines()).hasSize(40).last().isEqualTo("  fix: mend it");
        assertThat(of(22).getMessage().lines()).hasSize(41).last().isEqualTo("and 2 more problems");
        assertThat(of(22).problems()).hasSize(22);
    }

    private static InputException of(int problems) {
        return new InputException(IntStream.rangeClosed(1, problems)
                .mapToObj(line -> new InputProblem(new Location("a.yaml", line, 1), "wrong", "mend it"))
                .toList());
    }
}
