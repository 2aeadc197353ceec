package io.github.meshready.smi.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
        ManifestSet set = reader(base.resolve("k8s/out")).read(Inputs.of(List.of(base.resolve("k8s"))));
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
        write("k8s/d.yaml", "");
        assertThatThrownBy(() -> reader().read(Inputs.of(List.of(base.resolve("k8s")))))
                .hasMessageContaining("k8s/a.yaml:2:1: not valid YAML")
                .hasMessageContaining("k8s/b.yaml:1:7: looks like a Helm template")
                .hasMessageEndingWith("4 files found: 1 read, 1 skipped, 2 refused; nothing was written");
    }

    @Test
    void refusesWhatIsNotThere() throws IOException {
        Files.createDirectories(base.resolve("empty"));
        write("notes/x.yaml", "replicas: 1\n");
        assertThatThrownBy(() -> reader().read(Inputs.of(List.of(base.resolve("nowhere")))))
                .hasMessage("nowhere: there is no such file or folder, so no manifest was read" + System.lineSeparator()
                        + "  fix: correct smi.manifests");
        assertThatThrownBy(() -> reader().read(Inputs.of(List.of(base.resolve("empty")))))
                .hasMessageContaining("empty: no manifest was found here");
        assertThatThrownBy(() -> reader().read(Inputs.of(List.of(base.resolve("notes")))))
                .hasMessageContaining("1 file was skipped, such as notes/x.yaml");
    }

    @Test
    void takesANamedFileForAManifestWhateverItHolds() throws IOException {
        write("x.yaml", "replicas: 1\n");
        assertThat(reader().read(Inputs.of(List.of(base.resolve("x.yaml")))).files())
                .hasSize(1);
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
                        .read(Inputs.of(List.of(base.resolve("smi"))))
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
        return reader()
                .read(Inputs.of(
                        java.util.Arrays.stream(roots).map(base::resolve).toList()))
                .files()
                .stream()
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
        ManifestSet set = reader().read(Inputs.of(List.of(base.resolve("k8s"))));
        assertThat(set.files()).map(ManifestFile::path).containsExactly("a.yaml", "inside.yaml");
        assertThat(set.skipped())
                .containsExactly(new SkippedFile("k8s/broken.yaml", "a symbolic link that leads to no file"));
        Files.createSymbolicLink(base.resolve("k8s/out.yaml"), Path.of("../secret.yaml"));
        assertThatThrownBy(() -> reader().read(Inputs.of(List.of(base.resolve("k8s")))))
                .hasMessageContaining("k8s/out.yaml: the symbolic link leads out of the folder");
    }

    @Test
    void takesWhatAPatternNames() throws IOException {
        write("deploy/a/app.yaml", OBJECT);
        write("deploy/a/app-values.yaml", OBJECT);
        write("deploy/b/c/app.yaml", OBJECT);
        write("deploy/app.yaml", OBJECT);
        write("other/app.yaml", OBJECT);
        Input place = new Input(base.resolve("deploy"), Optional.of(new PathPattern("deploy/**/app.yaml")));
        assertThat(paths(List.of(place))).containsExactly("a/app.yaml", "app.yaml", "b/c/app.yaml");
        assertThat(paths(List.of(place), "**/b/**", "deploy/*.yaml")).containsExactly("a/app.yaml");
        assertThat(paths(List.of(new Input(base.resolve("deploy"))), "deploy/b/", "**/*-values.yaml"))
                .containsExactly("a/app.yaml", "app.yaml");
        assertThat(paths(List.of(new Input(base.resolve("deploy/app.yaml"))), "**/*"))
                .as("named itself")
                .containsExactly("app.yaml");
    }

    private List<String> paths(List<Input> places, String... excludes) {
        List<PathPattern> patterns = Stream.of(excludes).map(PathPattern::new).toList();
        return reader().read(new Inputs(places, patterns, Limits.DEFAULT, Optional.empty())).files().stream()
                .map(ManifestFile::path)
                .toList();
    }

    @Test
    void listsEverythingThatItDoesNotRead() throws IOException {
        write("k8s/a.yaml", OBJECT);
        write("k8s/test/b.yaml", "not: [read");
        write("k8s/chart/Chart.yaml", "apiVersion: v2\nname: x\n");
        write("k8s/chart/templates/deep/t.yaml", "kind: {{ .Kind }}\n");
        write("k8s/chart/crds/c.yaml", OBJECT);
        write("k8s/chart/charts/redis-1.0.0.tgz", "x");
        write("k8s/templates/t.yaml", OBJECT);
        ManifestSet set = reader().read(new Inputs(
                List.of(new Input(base.resolve("k8s"))),
                List.of(new PathPattern("k8s/test/")),
                Limits.DEFAULT,
                Optional.empty()));
        assertThat(set.files())
                .map(ManifestFile::path)
                .containsExactly("a.yaml", "chart/crds/c.yaml", "templates/t.yaml");
        assertThat(set.skipped())
                .map(SkippedFile::toString)
                .containsExactly(
                        "k8s/chart/Chart.yaml (a Helm chart's description, not a manifest)",
                        "k8s/chart/charts/redis-1.0.0.tgz (an archive, which is not opened)",
                        "k8s/chart/templates/deep/t.yaml (a template of a Helm chart; render the chart first (helm"
                                + " template))",
                        "k8s/test/b.yaml (excluded by k8s/test/)");
    }

    static Stream<Arguments> limits() {
        Limits usual = Limits.DEFAULT;
        return Stream.of(
                Arguments.of(
                        new Limits(9, usual.files(), usual.depth(), usual.expansion()),
                        "k8s/a.yaml: the file has 70 bytes; at most 9 are read",
                        "smi.maxFileSize"),
                Arguments.of(
                        new Limits(usual.fileSize(), 1, usual.depth(), usual.expansion()),
                        "k8s: there are more than 1 files",
                        "smi.maxFiles"),
                Arguments.of(
                        new Limits(usual.fileSize(), usual.files(), 1, usual.expansion()),
                        "k8s/b.json:1:30: nested more than 1 levels deep",
                        "smi.maxDepth"),
                Arguments.of(
                        new Limits(usual.fileSize(), usual.files(), 3, usual.expansion()),
                        "k8s/a.yaml:4:9: nested more than 3 levels deep",
                        "smi.maxDepth"),
                Arguments.of(
                        new Limits(usual.fileSize(), usual.files(), usual.depth(), 10),
                        "aliases blow this value up by more than 10 characters",
                        "smi.maxExpansion"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void namesTheLimitAndItsParameter(Limits limits, String message, String parameter) throws IOException {
        write("k8s/a.yaml", "a: &a [one, two, three, four, five]\nb:\n  c:\n    d: [[*a, *a, *a, *a]]\n");
        write("k8s/b.json", "{\"apiVersion\":\"v1\", \"a\":{\"b\":1}}\n");
        Inputs inputs = new Inputs(List.of(new Input(base.resolve("k8s"))), List.of(), limits, Optional.empty());
        assertThatThrownBy(() -> reader().read(inputs))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(parameter);
    }

    @Test
    void readsAKustomizationAsItIsRenderedWhereItIsAsked() throws IOException {
        write("k8s/prod/kustomization.yml", "resources: [../base]\n");
        write("k8s/prod/patch.yaml", "replicas: 1\n");
        write("k8s/base/app.yaml", OBJECT);
        KustomizationRenderer renderer = (folder, name) -> (OBJECT + "# of " + name).getBytes(UTF_8);
        Inputs rendered = new Inputs(
                List.of(new Input(base.resolve("k8s/prod"))), List.of(), Limits.DEFAULT, Optional.of(renderer));
        ManifestSet set = reader().read(rendered);
        assertThat(set.files()).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo("kustomized.yaml");
            assertThat(file.source().name()).isEqualTo("kustomize k8s/prod");
            assertThat(file.source().text()).endsWith("# of k8s/prod");
        });
        assertThat(set.skipped()).isEmpty();
        assertThat(rendered.origin(new FileNames(base))).isEqualTo("k8s/prod, kustomized");
        Inputs others = new Inputs(
                List.of(new Input(base.resolve("k8s/base"))), List.of(), Limits.DEFAULT, Optional.of(renderer));
        assertThat(reader().read(others).files()).map(ManifestFile::path).containsExactly("app.yaml");
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
