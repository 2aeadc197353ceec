package io.github.meshready.smi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.manifest.Edit;
import io.github.meshready.smi.manifest.FileEditor;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.ManifestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An annotation added to the text is to kubectl the same object that kubectl makes when it adds the annotation. */
class KubectlDecodesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path base;

    @Test
    void readsWhatIsWrittenAsIfItHadWrittenItItself() throws Exception {
        Path folder = SharedData.folder("values");
        Assumptions.assumeTrue(hasKubectl(), "kubectl is not installed");
        List<String> different = new ArrayList<>();
        int same = 0;
        int refused = 0;
        for (String line : Files.readAllLines(folder.resolve("kubectl.tsv"))) {
            String[] fields = line.split("\t", 3);
            if (fields.length == 3 && fields[1].equals("OK")) {
                byte[] bytes = Files.readAllBytes(folder.resolve("cases").resolve(fields[0]));
                try {
                    String ours =
                            Normalized.of(decoded(edited(fields[0], bytes))).toString();
                    String kubectls = Normalized.of(MAPPER.readTree(fields[2])).toString();
                    if (ours.equals(kubectls)) {
                        same++;
                    } else {
                        different.add(fields[0] + "\n  ours    " + ours + "\n  kubectl " + kubectls);
                    }
                } catch (InputException e) {
                    refused++;
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(same).isGreaterThan(200);
        assertThat(refused).isLessThan(25);
    }

    /** The file with the annotation on every object, at the place where kubectl would put it. */
    private Path edited(String name, byte[] bytes) throws IOException {
        ManifestFile file = ManifestFile.parse(name, name, bytes);
        List<Edit> edits = new ArrayList<>();
        for (KubeObject object : new ApplicationReader("default", Dialect.DEFAULT)
                .read(List.of(file))
                .objects()) {
            edits.add(object.set(List.of("metadata", "annotations", "zz"), "1", List.of("name")));
        }
        ManifestFile after = new FileEditor().apply(file, edits);
        return Files.write(base.resolve(name), after.source().text().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode decoded(Path file) throws IOException, InterruptedException {
        Path output = base.resolve("out.json");
        Process process = new ProcessBuilder(
                        "kubectl", "annotate", "--local", "--overwrite", "-f", file.toString(), "zz=1", "-o", "json")
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        List<JsonNode> objects = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                MAPPER.readerFor(JsonNode.class).readValues(output.toFile())) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                if (document.path("kind").asText().equals("List")) {
                    document.path("items").forEach(objects::add);
                } else {
                    objects.add(document);
                }
            }
        }
        return MAPPER.valueToTree(objects);
    }

    private static boolean hasKubectl() {
        try {
            return new ProcessBuilder("kubectl", "version", "--client")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false; // which is the answer
        }
    }
}
