package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocationTest {

    @Test
    void sortsAsPeopleReadThroughFiles() {
        assertThat(Stream.of(
                                new Location("b.yaml", 1, 1),
                                new Location("a.yaml", 10, 1),
                                new Location("a.yaml", 9, 10),
                                new Location("a.yaml", 9, 2))
                        .sorted())
                .map(Location::toString)
                .containsExactly("a.yaml:9:2", "a.yaml:9:10", "a.yaml:10:1", "b.yaml:1:1");
    }
}
