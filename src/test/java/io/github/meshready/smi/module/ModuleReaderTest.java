package io.github.meshready.smi.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleReaderTest {

    @TempDir
    private Path base;

    @Test
    void prefersWhatTheBuildHasFiltered() throws IOException {
        write("web/src/main/resources/application.properties", "a=@x@");
        write("web/src/main/resources/application-prod.yml", "a: b");
        assertThat(reader().read("shop-web", base.resolve("web"), base.resolve("web/target/classes"), false)
                        .files())
                .map(ConfigFile::path)
                .containsExactly(
                        "web/src/main/resources/application-prod.yml", "web/src/main/resources/application.properties");
        write("web/target/classes/application.properties", "a=1");
        write("web/target/classes/config/application.yml", "a: 2");
        write("web/target/classes/META-INF/microprofile-config.properties", "a=3");
        write("web/target/classes/messages.properties", "a=4");
        write("web/target/classes/Main.class", "x");
        BuildModule module = reader().read("shop-web", base.resolve("web"), base.resolve("web/target/classes"), false);
        assertThat(module.names()).containsExactlyInAnyOrder("shop-web", "web");
        assertThat(module.folders())
                .contains(new BuildModule.Folders(base.resolve("web"), base.resolve("web/target/classes")));
        assertThat(module.folders().orElseThrow().build()).isEqualTo(base.resolve("web/target"));
        assertThat(module.folders().orElseThrow().resources()).isEqualTo(base.resolve("web/src/main/resources"));
        assertThat(module.files())
                .map(file -> file.path() + " " + file.text())
                .containsExactly(
                        "web/target/classes/application.properties a=1",
                        "web/target/classes/config/application.yml a: 2",
                        "web/target/classes/META-INF/microprofile-config.properties a=3");
    }

    @Test
    void findsModulesInAFolder() throws IOException {
        write("all/web/src/main/resources/application.properties", "a=1");
        write("all/api/java/spring/src/main/resources/bootstrap.yml", "a: 1");
        write("all/plain/src/main/java/X.java", "");
        write("all/web/src/test/resources/application.properties", "a=2");
        assertThat(reader().find(base.resolve("all")))
                .map(module -> module.name() + " " + new java.util.TreeSet<>(module.names()))
                .containsExactly(
                        "all/api/java/spring [all, api, java, spring]", "all/plain [all, plain]", "all/web [all, web]");
        assertThat(reader().find(base.resolve("all")))
                .map(module -> module.folders().orElseThrow().output())
                .containsExactly(
                        base.resolve("all/api/java/spring/target/classes"),
                        base.resolve("all/plain/target/classes"),
                        base.resolve("all/web/target/classes"));
        assertThatThrownBy(() -> reader().find(base.resolve("nowhere")))
                .hasMessageContaining("nowhere: there is no such folder, so no module was read");
    }

    private ModuleReader reader() {
        return new ModuleReader(new FileNames(base), Limits.DEFAULT);
    }

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
