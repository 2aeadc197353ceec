package io.github.meshready.smi.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a module are read when somebody asks. */
class BuiltFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        for (String each : List.of(
                "target/classes/shop/B.class",
                "target/classes/shop/A.class",
                "target/classes/module-info.class",
                "target/classes/shop/package-info.class",
                "target/classes/META-INF/versions/17/shop/A.class",
                "target/classes/public/a.html",
                "target/classes/resources/X.class",
                "target/classes/services.desc",
                "target/generated-resources/protobuf/descriptor-sets/shop.protobin",
                "src/main/proto/shop/v1/books.proto",
                "src/main/proto/readme.md")) {
            Path file = folder.resolve(each);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "text");
        }
    }

    private BuiltFiles files(Limits limits) {
        BuildModule module = new ModuleReader(new FileNames(folder), limits)
                .read("shop", folder, folder.resolve("target/classes"), false);
        return new BuiltFiles(new FileNames(folder), limits, module);
    }

    private static List<String> read(BiConsumer<BiConsumer<String, byte[]>, BiConsumer<String, String>> reading) {
        List<String> read = new ArrayList<>();
        reading.accept((path, bytes) -> read.add(path), (path, why) -> read.add(path + ": " + why));
        return read;
    }

    @Test
    void areFoundWhereTheyLie() {
        BuiltFiles files = files(Limits.DEFAULT);

        assertThat(read(files::classes))
                .containsExactly(
                        "target/classes/resources/X.class",
                        "target/classes/shop/A.class",
                        "target/classes/shop/B.class");
        assertThat(read(files::protos)).containsExactly("src/main/proto/shop/v1/books.proto");
        assertThat(read(files::descriptorSets))
                .containsExactly(
                        "target/classes/services.desc",
                        "target/generated-resources/protobuf/descriptor-sets/shop.protobin");
        assertThat(files.staticFolders()).containsExactly("target/classes/public");
        assertThat(files.webApplication()).isEmpty();
    }

    @Test
    void areLeftOutAboveTheLimitsAndNamed() {
        assertThat(read(files(new Limits(3, 9, 9, 9))::protos))
                .containsExactly("src/main/proto/shop/v1/books.proto: larger than 3 bytes");
        assertThat(read(files(new Limits(99, 1, 9, 9))::classes))
                .containsExactly(
                        "target/classes/resources/X.class",
                        "target/classes/shop/A.class: file 2 and those behind it are above the limit");
    }

    @Test
    void areNoneWhereNothingIsKnown() {
        BuildModule nowhere = new BuildModule("shop", Set.of("shop"), List.of());
        BuiltFiles none = new BuiltFiles(new FileNames(folder), Limits.DEFAULT, nowhere);

        assertThat(read(none::classes)).isEmpty();
        assertThat(read(none::protos)).isEmpty();
        assertThat(read(none::descriptorSets)).isEmpty();
        assertThat(none.staticFolders()).isEmpty();
        assertThat(none.webApplication()).isEmpty();
    }
}
