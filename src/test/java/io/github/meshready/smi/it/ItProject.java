package io.github.meshready.smi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the integration tests' scripts ask of a project that was built. */
public final class ItProject {

    private final Path base;
    private final String log;

    public ItProject(File base) throws IOException {
        this.base = base.toPath();
        this.log = Files.readString(this.base.resolve("build.log")).replace("\r\n", "\n");
    }

    /** Every file below {@code expected/} was written as it stands there, byte for byte, and no other beside it. */
    public void assertWrittenAsExpected() throws IOException {
        Path expected = base.resolve("expected");
        try (Stream<Path> folders = Files.walk(expected)) {
            for (Path folder : folders.filter(each -> each.endsWith("smi")).toList()) {
                Path written = base.resolve(expected.relativize(folder));
                assertThat(contents(written)).containsExactlyEntriesOf(contents(folder));
            }
        }
    }

    private static TreeMap<String, String> contents(Path folder) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(".")) {
                    contents.put(name, Files.readString(file));
                }
            }
        }
        return contents;
    }

    /**
     * The lines, without their indentation, that the copy of a file has more than the file itself; everything else in the
     * copy stands as it stood. For files that cannot be kept under {@code expected/}, as they differ from build to build.
     */
    public List<String> addedTo(String file) throws IOException {
        Path copy = base.resolve("target/smi/50-app").resolve(Path.of(file).getFileName());
        Deque<String> before = new ArrayDeque<>(lines(base.resolve(file)));
        List<String> added = new ArrayList<>();
        for (String line : lines(copy)) {
            if (line.equals(before.peek())) {
                before.remove();
            } else {
                added.add(line.strip());
            }
        }
        assertThat(before).as("lines that the copy lacks").isEmpty();
        return added;
    }

    private static List<String> lines(Path file) throws IOException {
        return List.of(Files.readString(file).split("\n", -1));
    }

    /** The log holds each of these texts; lines of it are not compared whole, as some Mavens put colour codes in. */
    public void assertLogged(String... texts) {
        assertThat(log).contains(List.of(texts));
    }

    public void assertNotLogged(String... texts) {
        assertThat(log).doesNotContain(texts);
    }

    /** Nothing is warned of, but what Maven itself says of repositories that it cannot ask. */
    public void assertNoWarnings() {
        assertThat(log.lines()
                        .filter(line -> line.contains("[WARNING]") && !line.contains("Could not transfer metadata")))
                .isEmpty();
    }

    /** The mesh as it stands once the written files are applied. */
    public WrittenMesh mesh() {
        return mesh(Settings.DEFAULT.defaultNamespace());
    }

    /** The mesh as it stands once the written files are applied with {@code -n NAMESPACE}. */
    public WrittenMesh mesh(String namespace) {
        return new WrittenMesh(base, namespace);
    }
}
