package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<String> lines = new ArrayList<>();
    private long now = -5;

    @Test
    void tellsOfStagesThatEndAfterTwoSeconds() {
        Progress progress = new Progress(() -> now);
        progress.start(lines::add);
        now += 1_999_999_999L;
        progress.accept("Objects read: 3");
        now += 1;
        progress.accept("Calls found: 2");
        progress.accept("Files planned: 4");
        assertThat(lines).containsExactly("Calls found: 2", "Files planned: 4");
    }
}
