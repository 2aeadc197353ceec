package io.github.meshready.smi.generate;

import static io.github.meshready.smi.TestManifests.deploymentAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.ManifestSet;
import io.github.meshready.smi.manifest.Node;
import io.github.meshready.smi.policy.PlanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplySetFolderTest {

    private static final String FLOW =
            "--- # \uD83D\uDE80\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {serviceAccountName: default, hostname: h}\n";

    @TempDir
    private Path base;

    @Test
    void namesPlacesInCopiesByWhereTheyAreInTheManifests() throws IOException {
        write("k8s/app.yaml", deploymentAs("shop", "web", "") + "--- # two\n" + deploymentAs("shop", "api", "default"));
        write("k8s/pod.yaml", FLOW);
        generate();
        ManifestSet set = read().orElseThrow();
        assertThat(set.files()).map(ManifestFile::path).contains("00-namespaces.yaml", "50-app/app.yaml");
        for (String name : List.of("app.yaml", "pod.yaml")) {
            String source = Files.readString(base.resolve("k8s/" + name));
            ManifestFile copy = file(set, "50-app/" + name);
            assertThat(copy.source().text()).isNotEqualTo(source);
            for (String word : List.of("kind: Deployment", "--- # two", "name: api", "containers", "hostname: h")) {
                int there = copy.source().text().indexOf(word);
                if (there >= 0) {
                    assertThat(copy.source().locate(there))
                            .as(word)
                            .isEqualTo(place("k8s/" + name, source, source.indexOf(word)));
                }
            }
        }
        assertThat(file(set, "00-namespaces.yaml").source().locate(0).file())
                .isEqualTo("target/smi/00-namespaces.yaml");
    }

    @Test
    void namesWhatWasInsertedByWhereItWasInserted() throws IOException {
        write("k8s/app.yaml", deploymentAs("shop", "web", ""));
        generate();
        ManifestFile copy = file(read().orElseThrow(), "50-app/app.yaml");
        Node account = copy.documents()
                .get(0)
                .root()
                .mapping()
                .flatMap(root -> root.get("spec"))
                .flatMap(Node::mapping)
                .flatMap(spec -> spec.get("template"))
                .flatMap(Node::mapping)
                .flatMap(template -> template.get("spec"))
                .flatMap(Node::mapping)
                .flatMap(spec -> spec.get("serviceAccountName"))
                .orElseThrow();
        String source = Files.readString(base.resolve("k8s/app.yaml"));
        assertThat(copy.documents().get(0).locate(account).line())
                .isEqualTo(place("", source, source.indexOf("    spec:\n      containers"))
                        .line());
    }

    @Test
    void namesPlacesInACopyThatSomebodyEditedByWhereTheyAreThere() throws IOException {
        write("k8s/app.yaml", deploymentAs("shop", "web", ""));
        generate();
        Path copy = base.resolve("target/smi/50-app/app.yaml");
        Files.writeString(copy, "# edited\n" + Files.readString(copy));
        assertThat(file(read().orElseThrow(), "50-app/app.yaml").source().locate(0))
                .isEqualTo(new Location("target/smi/50-app/app.yaml", 1, 1));
    }

    @Test
    void refusesAFolderThatWasMadeFromOtherContent() throws IOException {
        write("k8s/app.yaml", deploymentAs("shop", "web", ""));
        write("k8s/empty.yaml", "# nothing\n");
        generate();
        assertThat(read()).isPresent();
        write("k8s/app.yaml", deploymentAs("shop", "other", ""));
        write("k8s/new.yaml", "a: [\n");
        Files.delete(base.resolve("k8s/empty.yaml"));
        assertThatThrownBy(this::read)
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "target/smi: was made from other manifests (k8s/app.yaml has changed, k8s/empty.yaml is gone,"
                                + " k8s/new.yaml is new); what it holds says nothing of these" + System.lineSeparator()
                                + "  fix: run smi:generate again; to verify the folder as it is, name it in smi.applySet");
    }

    @Test
    void knowsNothingOfOtherFolders() throws IOException {
        write("k8s/app.yaml", deploymentAs("shop", "web", ""));
        write("deploy/app.yaml", deploymentAs("shop", "web", ""));
        assertThat(read()).isEmpty();
        generate();
        assertThat(folder().read(Inputs.of(List.of(base.resolve("deploy"))), List.of()))
                .isEmpty();
        Files.delete(base.resolve("target/smi/.smi-files"));
        assertThat(read()).isEmpty();
    }

    private static Location place(String file, String text, int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String lead = before.substring(before.lastIndexOf('\n') + 1);
        return new Location(file, line, lead.codePointCount(0, lead.length()) + 1);
    }

    private static ManifestFile file(ManifestSet set, String path) {
        return set.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private Optional<ManifestSet> read() throws IOException {
        return folder().read(Inputs.of(List.of(base.resolve("k8s"))), List.of());
    }

    private ApplySetFolder folder() {
        return new ApplySetFolder(base.resolve("target/smi"), new FileNames(base));
    }

    private void generate() throws IOException {
        new Generator()
                .generate(new GenerateRequest(
                        new FileNames(base),
                        Inputs.of(List.of(base.resolve("k8s"))),
                        base.resolve("target/smi"),
                        base.resolve("target/smi.yml"),
                        Declarations.NONE,
                        PlanRequest.of(Settings.DEFAULT)));
    }

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
