package io.github.meshready.smi.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The log holds each of these texts; lines of it are not compared whole, as some Mavens put colour codes in. */
    public void assertLogged(String... texts) {
        assertThat(log).contains(List.of(texts));
    }

    public void assertNotLogged(String... texts) {
        assertThat(log).doesNotContain(texts);
    }

    /** The mesh as it stands once the written files are applied. */
    public WrittenMesh mesh() {
        return new WrittenMesh(base);
    }
}
