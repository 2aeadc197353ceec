package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.manifest.OutputFolder.Changes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path base;

    @Test
    void rewritesOnlyWhatDiffersAndRemovesOnlyItsOwn() throws IOException {
        OutputFolder folder = new OutputFolder(base.resolve("smi"));
        assertThat(folder.origin()).isEmpty();
        assertThat(folder.write(files("a.yaml", "1", "50-app/x/b.yaml", "2", "50-app/c.yaml", "3"), "from k8s"))
                .isEqualTo(new Changes(3, 0, 0));
        Files.writeString(base.resolve("smi/mine.txt"), "kept");
        Files.setLastModifiedTime(base.resolve("smi/a.yaml"), LONG_AGO);

        assertThat(folder.write(files("a.yaml", "1", "50-app/c.yaml", "4"), "from k8s"))
                .isEqualTo(new Changes(1, 1, 1));
        assertThat(names()).containsExactlyInAnyOrder(".smi-files", "a.yaml", "50-app/c.yaml", "mine.txt");
        assertThat(base.resolve("smi/50-app/c.yaml")).hasContent("4");
        assertThat(Files.getLastModifiedTime(base.resolve("smi/a.yaml"))).isEqualTo(LONG_AGO);
        assertThat(base.resolve("smi/50-app/x")).doesNotExist();
        assertThat(folder.origin()).contains("from k8s");
    }

    @Test
    void writesThroughNoLink() throws IOException {
        Path outside = Files.createDirectories(base.resolve("outside"));
        Path victim = Files.writeString(outside.resolve("a.yaml"), "theirs");
        Files.createDirectories(base.resolve("smi"));
        Files.createSymbolicLink(base.resolve("smi/50-app"), outside);
        Files.createSymbolicLink(base.resolve("smi/a.yaml"), victim);
        OutputFolder folder = new OutputFolder(base.resolve("smi"));
        assertThatThrownBy(() -> folder.write(files("50-app/a.yaml", "ours"), "x"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("50-app");
        folder.write(files("a.yaml", "ours"), "x");
        assertThat(victim).hasContent("theirs");
        assertThat(base.resolve("smi/a.yaml")).isRegularFile().hasContent("ours");
        assertThat(Files.isSymbolicLink(base.resolve("smi/a.yaml"))).isFalse();
    }

    @Test
    void leavesTheOldFilesWhereANewOneCannotBeWritten() throws IOException {
        OutputFolder folder = new OutputFolder(base.resolve("smi"));
        folder.write(files("a.yaml", "old"), "x");
        Files.createDirectories(base.resolve("smi/.b.yaml.smi-tmp/full"));
        assertThatThrownBy(() -> folder.write(files("a.yaml", "new", "b.yaml", "new"), "x"))
                .isInstanceOf(IOException.class);
        assertThat(base.resolve("smi/a.yaml")).hasContent("old");
        assertThat(names()).containsExactlyInAnyOrder(".smi-files", "a.yaml");
    }

    @Test
    void writesNothingOutsideOfItself() {
        OutputFolder folder = new OutputFolder(base.resolve("smi"));
        assertThatThrownBy(() -> folder.write(files("../a.yaml", "x"), "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(base.resolve("a.yaml")).doesNotExist();
    }

    @Test
    void believesNoForgedIndex() throws IOException {
        Path victim = Files.writeString(base.resolve("victim"), "theirs");
        Files.createDirectories(base.resolve("smi"));
        Files.writeString(base.resolve("smi/.smi-files"), "from x\n../victim\n");
        new OutputFolder(base.resolve("smi")).write(files("a.yaml", "1"), "from x");
        assertThat(victim).exists();
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(base.resolve("smi"))) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> FileNames.slashed(base.resolve("smi").relativize(file)))
                    .toList()
                    .stream();
        }
    }

    private static Map<String, byte[]> files(String... pathsAndTexts) {
        Map<String, byte[]> files = new java.util.TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
