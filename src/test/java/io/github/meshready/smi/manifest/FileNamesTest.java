package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void namesFilesRelativeToTheProject() {
        Path base = Path.of("base").toAbsolutePath();
        FileNames names = new FileNames(base);
        assertThat(names.of(base.resolve("k8s/a.yaml"))).isEqualTo("k8s/a.yaml");
        assertThat(names.of(Path.of("k8s", "..", "a.yaml"))).isEqualTo("a.yaml");
        assertThat(names.of(base)).isEqualTo(".");
        assertThat(names.of(base.resolveSibling("other/a.yaml"))).isEqualTo("../other/a.yaml");
    }
}
