package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestSearchTest {

    @TempDir
    private Path base;

    @Test
    void takesTheFirstPlaceThatExists() throws IOException {
        ManifestSearch search = new ManifestSearch(base, base.resolve("target"), new FileNames(base).disk());
        assertThat(search.search().taken()).isEmpty();
        Path folder = Files.createDirectories(base.resolve("k8s"));
        Files.createDirectories(base.resolve("manifests"));
        assertThat(search.search())
                .isEqualTo(new ManifestSearch.Result(
                        java.util.List.of(folder), java.util.List.of(base.resolve("manifests"))));
        Path quarkus = base.resolve("target/kubernetes/kubernetes.yml");
        Files.createDirectories(quarkus.getParent());
        Files.createFile(quarkus);
        assertThat(search.search().taken()).containsExactly(quarkus);
        Path jkube = base.resolve("target/classes/META-INF/jkube/kubernetes.yml");
        Files.createDirectories(jkube.getParent());
        Files.createFile(jkube);
        assertThat(search.search().taken()).containsExactly(jkube);
        assertThat(search.search().others()).containsExactly(quarkus, folder, base.resolve("manifests"));
    }
}
