package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocatedTreesTest {

    private static final String LONG = "x".repeat(TextDecoder.MAX_LINE);

    @TempDir
    private Path base;

    private List<Document> read(String text) throws IOException {
        return LocatedTrees.read(
                "a.json", Files.writeString(base.resolve("a.json"), text), Limits.DEFAULT, new FileNames(base).disk());
    }

    @Test
    void readsJsonOnOneLine() throws IOException {
        Document document = read("{\"a\": \"" + LONG + "\", \"b\": \"\uD83D\uDE80\", \"c\": 1}")
                .get(0);
        MappingNode root = document.root().mapping().orElseThrow();
        Node last = root.get("c").orElseThrow();
        assertThat(document.locate(last)).isEqualTo(new Location("a.json", 1, 1 + 7 + LONG.length() + 9 + 1 + 8));
        assertThat(document.source().line(last.start())).isEqualTo("a.json:1");
    }

    @Test
    void refusesWhatTakesTooLong() {
        assertThatThrownBy(() -> read("a: " + LONG))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("the line is longer than 1048576 characters");
        Limits small = new Limits(10, 1, 10, 10);
        assertThatThrownBy(() -> LocatedTrees.read(
                        "a.json",
                        Files.writeString(base.resolve("b.json"), "{\"a\": \"12345\"}"),
                        small,
                        new FileNames(base).disk()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a.json: the file has 14 bytes; at most 10 are read");
    }
}
