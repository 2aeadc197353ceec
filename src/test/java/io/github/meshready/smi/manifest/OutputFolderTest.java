package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.manifest.OutputFolder.Changes;
import io.github.meshready.smi.manifest.OutputIndex.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path base;

    @Test
    void rewritesOnlyWhatDiffersAndRemovesOnlyItsOwn() throws IOException {
        assertThat(folder().index()).isEqualTo(OutputIndex.NONE);
        assertThat(write("a.yaml", "1", "50-app/x/b.yaml", "2", "50-app/c.yaml", "3"))
                .isEqualTo(new Changes(3, 0, 0));
        Files.writeString(base.resolve("smi/mine.txt"), "kept");
        Files.setLastModifiedTime(base.resolve("smi/a.yaml"), LONG_AGO);

        assertThat(write("a.yaml", "1", "50-app/c.yaml", "4")).isEqualTo(new Changes(1, 1, 1));
        assertThat(names()).containsExactlyInAnyOrder(".smi-files", "a.yaml", "50-app/c.yaml", "mine.txt");
        assertThat(base.resolve("smi/50-app/c.yaml")).hasContent("4");
        assertThat(Files.getLastModifiedTime(base.resolve("smi/a.yaml"))).isEqualTo(LONG_AGO);
        assertThat(base.resolve("smi/50-app/x")).doesNotExist();
        assertThat(folder().index().origin()).isEqualTo("k8s");
    }

    @Test
    void overwritesNothingThatItDidNotWrite() throws IOException {
        Path outside = Files.createDirectories(base.resolve("outside"));
        Path victim = Files.writeString(outside.resolve("a.yaml"), "theirs");
        Files.createDirectories(base.resolve("smi"));
        Files.createSymbolicLink(base.resolve("smi/50-app"), outside);
        Files.createSymbolicLink(base.resolve("smi/a.yaml"), victim);
        Files.writeString(base.resolve("smi/b.yaml"), "theirs");
        Files.writeString(base.resolve("smi/c"), "theirs");
        assertThatThrownBy(() ->
                        write("50-app/a.yaml", "ours", "a.yaml", "ours", "b.yaml", "ours", "c/d.yaml", "ours", "e", ""))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("smi/50-app: stands where the output has to be written")
                .hasMessageContaining("smi/a.yaml: stands")
                .hasMessageContaining("smi/b.yaml: stands")
                .hasMessageContaining("smi/c: stands");
        assertThat(victim).hasContent("theirs");
        assertThat(base.resolve("smi/b.yaml")).hasContent("theirs");
        assertThat(names()).containsExactlyInAnyOrder("b.yaml", "c");
    }

    @Test
    void writesThroughNoLinkThatTookThePlaceOfItsFile() throws IOException {
        Path victim = Files.writeString(base.resolve("victim"), "theirs");
        write("a.yaml", "1");
        Files.delete(base.resolve("smi/a.yaml"));
        Files.createSymbolicLink(base.resolve("smi/a.yaml"), victim);
        assertThatThrownBy(() -> write("a.yaml", "2")).isInstanceOf(InputException.class);
        assertThat(victim).hasContent("theirs");
    }

    @Test
    void isNoLinkItself() throws IOException {
        Files.createDirectories(base.resolve("outside"));
        Files.createSymbolicLink(base.resolve("smi"), base.resolve("outside"));
        assertThatThrownBy(() -> write("a.yaml", "1")).hasMessageContaining("smi: stands where");
        assertThat(base.resolve("outside")).isEmptyDirectory();
    }

    @Test
    void leavesTheOldFilesWhereANewOneCannotBeWritten() throws IOException {
        write("a.yaml", "old");
        Files.createDirectories(base.resolve("smi/.b.yaml.smi-tmp/full"));
        assertThatThrownBy(() -> write("a.yaml", "new", "b.yaml", "new")).isInstanceOf(IOException.class);
        assertThat(base.resolve("smi/a.yaml")).hasContent("old");
        assertThat(names()).containsExactlyInAnyOrder(".smi-files", "a.yaml");
        assertThat(folder().index().origin()).isEqualTo("k8s");
    }

    @Test
    void ownsWhatAnUnfinishedRunWroteButDoesNotTrustIt() throws IOException {
        OutputIndex first = index(Map.of("a.yaml", new byte[0]));
        OutputIndex second = index(Map.of("b.yaml", new byte[0]));
        OutputIndex between = first.during(second);
        assertThat(between.files().keySet()).containsExactly("a.yaml", "b.yaml");
        assertThat(between.origin()).isNotEqualTo(first.origin());
    }

    @Test
    void writesNothingOutsideOfItself() {
        assertThatThrownBy(() -> write("../a.yaml", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(base.resolve("a.yaml")).doesNotExist();
    }

    @Test
    void believesNoForgedIndex() throws IOException {
        Path victim = Files.writeString(base.resolve("victim"), "theirs");
        Path outside = Files.createDirectories(base.resolve("outside"));
        Path deep = Files.writeString(outside.resolve("victim.txt"), "theirs");
        Files.createDirectories(base.resolve("smi/50-app"));
        Files.createSymbolicLink(base.resolve("smi/50-app/x"), outside);
        Files.writeString(
                base.resolve("smi/.smi-files"),
                "smi-maven-plugin 1\norigin\tk8s\nfile\t0\t../victim\nfile\t0\t50-app/x/victim.txt\nfile\t0\t\n");
        assertThat(folder().index().files()).hasSize(3);
        assertThat(write("a.yaml", "1")).isEqualTo(new Changes(1, 0, 0));
        assertThat(victim).exists();
        assertThat(deep).exists();
    }

    /** Somebody has put something else where an earlier run had written. */
    @Test
    void removesNothingThatIsNoFileAnyMore() throws IOException {
        write("link.yaml", "1", "empty.yaml", "2", "full.yaml", "3");
        Path folder = base.resolve("smi");
        for (String name : List.of("link.yaml", "empty.yaml", "full.yaml")) {
            Files.delete(folder.resolve(name));
        }
        Files.createSymbolicLink(folder.resolve("link.yaml"), Files.writeString(base.resolve("theirs"), "x"));
        Files.createDirectory(folder.resolve("empty.yaml"));
        Files.writeString(Files.createDirectory(folder.resolve("full.yaml")).resolve("x"), "x");
        assertThat(write()).isEqualTo(new Changes(0, 0, 0));
        assertThat(folder.resolve("link.yaml")).isSymbolicLink();
        assertThat(folder.resolve("empty.yaml")).isDirectory();
        assertThat(folder.resolve("full.yaml/x")).exists();
    }

    @Test
    void takesAnythingButItsOwnFormForNoIndex() {
        OutputIndex index = new OutputIndex(
                "k8s",
                new TreeMap<>(Map.of("k8s/a b.yaml", "12")),
                new TreeMap<>(Map.of(
                        "x.yaml", new Output("34", Optional.empty(), List.of()),
                        "50-app/a b.yaml",
                                new Output(
                                        "56",
                                        Optional.of("k8s/a b.yaml"),
                                        List.of(new Patch(7, 0, 8), new Patch(30, 2, 3))),
                        "50-app/same.yaml", new Output("78", Optional.of("k8s/same.yaml"), List.of()))));
        assertThat(OutputIndex.parse(index.text())).isEqualTo(index);
        for (String text : List.of(
                "",
                "from k8s\na.yaml\n",
                index.text().replace("plugin 1", "plugin 2"),
                index.text() + "more\n",
                index.text().replace("7:0:8", "7:0"),
                index.text().replace("7:0:8", "7:x:8"))) {
            assertThat(OutputIndex.parse(text)).as(text).isEqualTo(OutputIndex.NONE);
        }
    }

    @Test
    void removesFoldersThatItLeavesEmptyUpToItself() throws IOException {
        write("a/b/c/d.yaml", "1");
        assertThat(write()).isEqualTo(new Changes(0, 0, 1));
        assertThat(base.resolve("smi")).isDirectoryNotContaining(file -> !file.endsWith(".smi-files"));
    }

    /** A path that is a file and a folder cannot be written, which shows only when the files are moved. */
    @Test
    void ownsWhatARunWroteThatBrokeOff() throws IOException {
        write("x.yaml", "old");
        assertThatThrownBy(() -> write("a", "1", "a/b.yaml", "2")).isInstanceOf(IOException.class);
        assertThat(folder().index().files().keySet()).containsExactly("a", "a/b.yaml", "x.yaml");
        assertThat(folder().index().origin()).isNotEqualTo("k8s");
        assertThat(base.resolve("smi/x.yaml")).hasContent("old");
    }

    private OutputFolder folder() {
        return new OutputFolder(base.resolve("smi"), new FileNames(base));
    }

    private Changes write(String... pathsAndTexts) throws IOException {
        Map<String, byte[]> files = files(pathsAndTexts);
        return folder().write(index(files), files);
    }

    private static OutputIndex index(Map<String, byte[]> files) {
        TreeMap<String, Output> outputs = new TreeMap<>();
        files.forEach((path, bytes) -> outputs.put(path, new Output(Digest.of(bytes), Optional.empty(), List.of())));
        return new OutputIndex("k8s", new TreeMap<>(), outputs);
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(base.resolve("smi"))) {
            return files
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> FileNames.slashed(base.resolve("smi").relativize(file)))
                    .toList()
                    .stream();
        }
    }

    private static Map<String, byte[]> files(String... pathsAndTexts) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
