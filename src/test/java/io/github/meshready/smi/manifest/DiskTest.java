package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is noted holds as long as nothing changed that was asked about, and no longer. */
class DiskTest {

    @TempDir
    private Path temporary;

    private Path base;
    private Disk disk;

    /** Something that somebody does with files. */
    interface Action {
        void on(Path base) throws IOException;
    }

    /** Something that a run asks. */
    interface Look {
        void at(Disk disk, Path base) throws IOException;
    }

    @BeforeEach
    void makeFiles() throws IOException {
        base = Files.createDirectories(temporary.resolve("project"));
        Files.createDirectories(base.resolve("k8s/deep"));
        Files.writeString(base.resolve("k8s/a.yaml"), "a");
        Files.writeString(base.resolve("k8s/deep/b.yaml"), "b");
        Files.writeString(temporary.resolve("beside"), "c");
        Files.createSymbolicLink(base.resolve("k8s/link.yaml"), base.resolve("k8s/a.yaml"));
        disk = new Disk(base, base.resolve("k8s/hidden"));
    }

    static Stream<Arguments> changes() {
        Look walk = (disk, base) -> disk.files(base.resolve("k8s"));
        Look files = (disk, base) -> disk.filesIn(base);
        Action addFolder = base -> Files.createDirectory(base.resolve("target"));
        Look read = (disk, base) -> disk.read(base.resolve("k8s/a.yaml"));
        Look absent = (disk, base) -> disk.exists(base.resolve("Chart.yaml"));
        Action add = base -> Files.writeString(base.resolve("k8s/deep/c.txt"), "");
        Action edit = base -> Files.writeString(base.resolve("k8s/a.yaml"), "A");
        Action delete = base -> Files.delete(base.resolve("k8s/a.yaml"));
        Action addToRoot = base -> Files.writeString(base.resolve("Chart.yaml"), "");
        Action swap = base -> {
            Files.delete(base.resolve("k8s/a.yaml"));
            Files.createDirectory(base.resolve("k8s/a.yaml"));
        };
        Action relink = base -> {
            Files.delete(base.resolve("k8s/link.yaml"));
            Files.createSymbolicLink(base.resolve("k8s/link.yaml"), base.resolve("k8s/deep/b.yaml"));
        };
        Action touch = base -> Files.setLastModifiedTime(base.resolve("k8s/a.yaml"), FileTime.fromMillis(0));
        Action rewrite = base -> {
            Files.delete(base.resolve("k8s/a.yaml"));
            Files.writeString(base.resolve("k8s/a.yaml"), "a");
        };
        Action hide = base -> Files.createDirectories(base.resolve("k8s/hidden/x"));
        Action beside = base -> Files.writeString(base.resolveSibling("beside"), "d");
        return Stream.of(
                Arguments.of("added deep down", walk, add, false),
                Arguments.of("deleted where listed", walk, delete, false),
                Arguments.of("a folder instead of a listed file", walk, swap, false),
                Arguments.of("edited, and only listed", walk, edit, true),
                Arguments.of("added to the files of a folder", files, addToRoot, false),
                Arguments.of("a folder added beside files", files, addFolder, true),
                Arguments.of("edited", read, edit, false),
                Arguments.of("deleted", read, delete, false),
                Arguments.of("a folder instead of a file", read, swap, false),
                Arguments.of("touched", read, touch, true),
                Arguments.of("written anew", read, rewrite, true),
                Arguments.of("added elsewhere", read, addToRoot, true),
                Arguments.of("added in the hidden folder", walk, hide, true),
                Arguments.of("what was missed appears", absent, addToRoot, false),
                Arguments.of(
                        "larger",
                        (Look) (disk, base) -> disk.size(base.resolve("k8s/a.yaml")),
                        (Action) base -> Files.writeString(base.resolve("k8s/a.yaml"), "aa"),
                        false),
                Arguments.of(
                        "the link leads elsewhere",
                        (Look) (disk, base) -> disk.read(base.resolve("k8s/link.yaml")),
                        relink,
                        false),
                Arguments.of(
                        "what the link leads to is edited",
                        (Look) (disk, base) -> disk.read(base.resolve("k8s/link.yaml")),
                        edit,
                        false),
                Arguments.of(
                        "the real path is another",
                        (Look) (disk, base) -> disk.real(base.resolve("k8s/link.yaml")),
                        relink,
                        false),
                Arguments.of(
                        "a link instead of a file",
                        (Look) (disk, base) -> disk.isLink(base.resolve("k8s/a.yaml")),
                        (Action) base -> {
                            Files.delete(base.resolve("k8s/a.yaml"));
                            Files.createSymbolicLink(base.resolve("k8s/a.yaml"), base.resolve("k8s/deep/b.yaml"));
                        },
                        false),
                Arguments.of(
                        "edited beside the project",
                        (Look) (disk, base) -> disk.read(base.resolveSibling("beside")),
                        beside,
                        false),
                Arguments.of(
                        "a file that was written is edited",
                        (Look) (disk, base) -> disk.wrote(base.resolve("k8s/a.yaml"), new byte[] {'a'}),
                        edit,
                        false),
                Arguments.of(
                        "a link instead of a file that was written",
                        (Look) (disk, base) -> disk.wrote(base.resolve("k8s/deep/b.yaml"), new byte[] {'b'}),
                        (Action) base -> {
                            Files.move(base.resolve("k8s/deep/b.yaml"), base.resolve("moved"));
                            Files.createSymbolicLink(base.resolve("k8s/deep/b.yaml"), base.resolve("moved"));
                        },
                        false),
                Arguments.of(
                        "added to a folder of ours", (Look) (disk, base) -> disk.owns(base.resolve("k8s")), add, false),
                Arguments.of(
                        "a folder of ours moved and linked",
                        (Look) (disk, base) -> disk.owns(base.resolve("k8s/deep")),
                        (Action) base -> {
                            Files.move(base.resolve("k8s/deep"), base.resolve("moved"));
                            Files.createSymbolicLink(base.resolve("k8s/deep"), base.resolve("moved"));
                        },
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void noticesWhatChanged(String what, Look look, Action change, boolean same) throws IOException {
        look.at(disk, base);
        List<Sighting> sightings = disk.sightings().orElseThrow();
        assertThat(sightings).isNotEmpty().allMatch(this::holds);
        change.on(base);
        assertThat(sightings.stream().allMatch(this::holds)).isEqualTo(same);
    }

    private boolean holds(Sighting sighting) {
        return sighting.holds(base, base.resolve("k8s/hidden"));
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void waitsForNoPipe() throws IOException, InterruptedException {
        Path file = base.resolve("k8s/a.yaml");
        disk.read(file);
        List<Sighting> sightings = disk.sightings().orElseThrow();
        Files.delete(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        assertThat(sightings).noneMatch(this::holds);
    }

    @Test
    void givesUpWhereFilesChangeUnderItsEyes() throws IOException {
        disk.read(base.resolve("k8s/a.yaml"));
        Files.writeString(base.resolve("k8s/a.yaml"), "A");
        disk.read(base.resolve("k8s/a.yaml"));
        assertThat(disk.sightings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s/../k8s/a.yaml", "k8s/a\nb", "k8s/a\\b"})
    void givesUpWhereANameMeansNothingElsewhere(String name) throws IOException {
        disk.exists(base.resolve(name));
        assertThat(disk.sightings()).isEmpty();
    }

    @Test
    void givesUpWhereAProgramReads() throws IOException {
        disk.looksElsewhere();
        assertThat(disk.sightings()).isEmpty();
    }

    @Test
    void notesTheSameWhereverTheProjectLies() throws IOException {
        Path other = Files.createDirectories(temporary.resolve("x/y"));
        Files.writeString(Files.createDirectories(other.resolve("k8s")).resolve("a.yaml"), "a");
        Disk there = new Disk(other, other);
        for (Disk each : List.of(disk, there)) {
            Path folder = each == disk ? base : other;
            each.read(folder.resolve("k8s/a.yaml"));
            each.real(folder.resolve("k8s/a.yaml"));
            each.exists(folder.resolve("Chart.yaml"));
        }
        assertThat(there.sightings()).isEqualTo(disk.sightings()).isPresent();
    }
}
