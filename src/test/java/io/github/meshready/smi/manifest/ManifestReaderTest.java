package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestReaderTest {

    private static final String OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    @TempDir
    private Path base;

    @Test
    void readsAFolderInOneOrderAndListsWhatItSkips() throws IOException {
        write("k8s/b.yml", OBJECT);
        write("k8s/a/z.yaml", OBJECT);
        write("k8s/a.json", "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"j\"}}");
        write("k8s/README.md", "text");
        write("k8s/.hidden.yaml", OBJECT);
        write("k8s/.deep/d.yaml", OBJECT);
        write("k8s/BIG.YAML", OBJECT);
        write("k8s/old/.smi-files", "");
        write("k8s/old/a.yaml", OBJECT);
        write("k8s/all.yml", "# Written by smi-maven-plugin\n---\n" + OBJECT);
        write("k8s/values.yaml", "replicas: 1\n");
        write("k8s/Chart.yaml", "apiVersion: v2\nname: x\n");
        write("k8s/kustomization.yaml", "resources: [b.yml]\n");
        write("k8s/skaffold.yaml", "apiVersion: skaffold/v2\nkind: Config\n");
        write("k8s/empty.yaml", "# nothing\n---\n");
        write("k8s/out/50-app/b.yml", OBJECT);
        ManifestSet set = reader(base.resolve("k8s/out")).read(List.of(base.resolve("k8s")));
        assertThat(set.files())
                .map(ManifestFile::path)
                .containsExactly(".deep/d.yaml", ".hidden.yaml", "a.json", "a/z.yaml", "b.yml");
        assertThat(set.files())
                .map(file -> file.source().name())
                .containsExactly("k8s/.deep/d.yaml", "k8s/.hidden.yaml", "k8s/a.json", "k8s/a/z.yaml", "k8s/b.yml");
        assertThat(set.skipped())
                .containsExactlyInAnyOrder(
                        new SkippedFile("k8s/BIG.YAML", "kubectl takes only .yaml, .yml and .json, in small letters"),
                        new SkippedFile("k8s/old", "output of smi:generate"),
                        new SkippedFile("k8s/all.yml", "output of smi:generate"),
                        new SkippedFile("k8s/values.yaml", "has neither apiVersion nor kind nor metadata"),
                        new SkippedFile("k8s/Chart.yaml", "a Helm chart's description, not a manifest"),
                        new SkippedFile("k8s/kustomization.yaml", "a kustomization, not a manifest"),
                        new SkippedFile("k8s/skaffold.yaml", "a Skaffold configuration, not a manifest"),
                        new SkippedFile("k8s/empty.yaml", "empty"));
    }

    @Test
    void reportsEveryBadFileAtOnce() throws IOException {
        write("k8s/a.yaml", "a: [\n");
        write("k8s/b.yaml", "kind: {{ x }}\n");
        write("k8s/c.yaml", OBJECT);
        assertThatThrownBy(() -> reader().read(List.of(base.resolve("k8s"))))
                .hasMessageContaining("k8s/a.yaml:2:1: not valid YAML")
                .hasMessageContaining("k8s/b.yaml:1:7: looks like a Helm template");
    }

    @Test
    void refusesWhatIsNotThere() throws IOException {
        Files.createDirectories(base.resolve("empty"));
        write("notes/x.yaml", "replicas: 1\n");
        assertThatThrownBy(() -> reader().read(List.of(base.resolve("nowhere"))))
                .hasMessage("nowhere: there is no such file or folder, so no manifest was read" + System.lineSeparator()
                        + "  fix: correct smi.manifests");
        assertThatThrownBy(() -> reader().read(List.of(base.resolve("empty"))))
                .hasMessageContaining("empty: no manifest was found here");
        assertThatThrownBy(() -> reader().read(List.of(base.resolve("notes"))))
                .hasMessageContaining("1 file was skipped, such as notes/x.yaml");
    }

    @Test
    void takesANamedFileForAManifestWhateverItHolds() throws IOException {
        write("x.yaml", "replicas: 1\n");
        assertThat(reader().read(List.of(base.resolve("x.yaml"))).files()).hasSize(1);
    }

    @Test
    void takesAFileForWhatItHoldsRatherThanForItsName() throws IOException {
        for (String name : List.of("skaffold.yaml", "kustomization.yaml", "Chart.yaml")) {
            write("k8s/" + name, OBJECT);
        }
        assertThat(read("k8s")).containsExactly("Chart.yaml", "kustomization.yaml", "skaffold.yaml");
        write("k8s/skaffold.yaml", "apiVersion: skaffold/v2\nkind: Config\n---\n" + OBJECT);
        assertThat(read("k8s")).as("one object is enough").contains("skaffold.yaml");
    }

    @Test
    void refusesAFileThatKubectlWouldNotTake() throws IOException {
        write("app.YAML", OBJECT);
        write("new\nline.yaml", OBJECT);
        assertThatThrownBy(() -> read("app.YAML")).hasMessageContaining("app.YAML: kubectl takes only files that end");
        assertThatThrownBy(() -> read("new\nline.yaml"))
                .hasMessageContaining("new\\u000aline.yaml: the name of the file holds a control character");
    }

    @Test
    void followsALinkThatWasNamedWithinTheProject() throws IOException {
        write("deploy/a.yaml", OBJECT);
        Files.createSymbolicLink(base.resolve("k8s"), Path.of("deploy"));
        Files.createSymbolicLink(base.resolve("out"), Path.of(".."));
        assertThat(read("k8s")).containsExactly("a.yaml");
        assertThatThrownBy(() -> read("out")).hasMessageContaining("out: the symbolic link leads out of the project");
    }

    @Test
    void readsItsOwnOutputWhereItIsAsked() throws IOException {
        write("smi/.smi-files", "");
        write("smi/90-policies.yaml", "# Written by smi-maven-plugin\n---\n" + OBJECT);
        assertThat(ManifestReader.ofAnything(new FileNames(base))
                        .read(List.of(base.resolve("smi")))
                        .files())
                .hasSize(1);
    }

    @Test
    void keepsFilesOfSeveralFoldersApart() throws IOException {
        write("web/k8s/x.yaml", OBJECT);
        write("api/k8s/x.yaml", OBJECT);
        write("api/k8s/deep/y.yaml", OBJECT);
        write("z.yaml", OBJECT);
        assertThat(read("web/k8s", "api/k8s"))
                .containsExactly("api/k8s/deep/y.yaml", "api/k8s/x.yaml", "web/k8s/x.yaml");
        assertThat(read("api/k8s", "api/k8s/deep", "api/k8s/x.yaml"))
                .as("each file once")
                .containsExactly("deep/y.yaml", "x.yaml");
        assertThat(read("api/k8s/x.yaml")).containsExactly("x.yaml");
        assertThat(read("z.yaml", "web/k8s")).containsExactly("web/k8s/x.yaml", "z.yaml");
    }

    private List<String> read(String... roots) {
        return reader().read(java.util.Arrays.stream(roots).map(base::resolve).toList()).files().stream()
                .map(ManifestFile::path)
                .toList();
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        write("secret.yaml", OBJECT);
        write("k8s/a.yaml", OBJECT);
        Files.createSymbolicLink(base.resolve("k8s/inside.yaml"), Path.of("a.yaml"));
        Files.createSymbolicLink(base.resolve("k8s/broken.yaml"), Path.of("nothing"));
        Files.createSymbolicLink(base.resolve("k8s/folder"), base);
        ManifestSet set = reader().read(List.of(base.resolve("k8s")));
        assertThat(set.files()).map(ManifestFile::path).containsExactly("a.yaml", "inside.yaml");
        assertThat(set.skipped())
                .containsExactly(new SkippedFile("k8s/broken.yaml", "a symbolic link that leads to no file"));
        Files.createSymbolicLink(base.resolve("k8s/out.yaml"), Path.of("../secret.yaml"));
        assertThatThrownBy(() -> reader().read(List.of(base.resolve("k8s"))))
                .hasMessageContaining("k8s/out.yaml: the symbolic link leads out of the folder");
    }

    private ManifestReader reader(Path... excluded) {
        return ManifestReader.ofInput(new FileNames(base), List.of(excluded));
    }

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
