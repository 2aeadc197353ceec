package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedFileTest {

    private static final String MARK = "Written by us";

    @TempDir
    private Path base;

    @Test
    void takesAFreePlaceOrItsOwn() throws IOException {
        assertThatCode(this::check).doesNotThrowAnyException();
        write("# " + MARK + "\na: 1\n");
        assertThatCode(this::check).doesNotThrowAnyException();
        assertThat(path()).hasContent("# " + MARK + "\na: 1\n");
    }

    @Test
    void leavesThePlaceToSomebodyElse() throws IOException {
        Files.createDirectories(path().getParent());
        Files.writeString(path(), "theirs");
        assertRefused();
        Files.writeString(path(), "#".repeat(200) + MARK);
        assertRefused();
        Files.delete(path());
        Path ours = Files.writeString(base.resolve("ours"), MARK);
        Files.createSymbolicLink(path(), ours);
        assertRefused();
        Files.delete(path());
        Files.createSymbolicLink(path(), base.resolve("nowhere"));
        assertRefused();
        Files.delete(path());
        Files.createDirectory(path());
        assertRefused();
    }

    @Test
    void writesOnlyWhatDiffers() throws IOException {
        write(MARK);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(path(), longAgo);
        write(MARK);
        assertThat(Files.getLastModifiedTime(path())).isEqualTo(longAgo);
        write(MARK + "!");
        assertThat(path()).hasContent(MARK + "!");
        write(MARK + "?");
        assertThat(path()).hasContent(MARK + "?");
        assertThat(path().getParent()).isDirectoryNotContaining(file -> !file.equals(path()));
    }

    private void assertRefused() {
        assertThatThrownBy(this::check)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("out.yml: exists and was not written by this plugin")
                .hasMessageContaining("choose another smi.out");
    }

    private void check() throws IOException {
        file().check("smi.out");
    }

    private void write(String content) throws IOException {
        file().write(content.getBytes(StandardCharsets.UTF_8));
    }

    private OwnedFile file() {
        return new OwnedFile(path(), new FileNames(path().getParent()), MARK);
    }

    private Path path() {
        return base.resolve("target/out.yml");
    }
}
