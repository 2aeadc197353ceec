package io.github.meshready.smi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.meshready.smi.manifest.Document;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.MappingNode;
import io.github.meshready.smi.manifest.Node;
import io.github.meshready.smi.manifest.ScalarNode;
import io.github.meshready.smi.manifest.ScalarType;
import io.github.meshready.smi.manifest.SequenceNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What our reader makes of each value is what kubectl makes of it, or the file is refused. */
class KubectlValuesTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void readsEveryValueAsKubectlDoes() throws IOException {
        Path folder = SharedData.folder("values");
        List<String> different = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int same = 0;
        for (String line : Files.readAllLines(folder.resolve("kubectl.tsv"))) {
            String[] fields = line.split("\t", 3);
            if (fields.length < 3 || !fields[1].equals("OK")) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(folder.resolve("cases").resolve(fields[0]));
            try {
                ManifestFile file = ManifestFile.parse(fields[0], fields[0], bytes);
                assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
                        .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
                String ours = Normalized.of(asJson(file)).toString();
                String kubectls = Normalized.of(withoutMark(new ObjectMapper().readTree(fields[2])))
                        .toString();
                if (ours.equals(kubectls)) {
                    same++;
                } else {
                    different.add(fields[0] + "\n  ours    " + ours + "\n  kubectl " + kubectls);
                }
            } catch (InputException e) {
                refused.add(fields[0]);
            }
        }
        assertThat(different).isEmpty();
        // Encodings other than UTF-8, tabs as white space, control characters, a mark inside the text, and tags.
        assertThat(refused).hasSizeLessThanOrEqualTo(10);
        assertThat(same).isGreaterThan(215);
    }

    private static ArrayNode asJson(ManifestFile file) {
        ArrayNode objects = JSON.arrayNode();
        for (Document document : file.documents()) {
            JsonNode root = json(document.root());
            if (root.path("kind").asText().equals("List")) {
                root.path("items").forEach(objects::add);
            } else {
                objects.add(root);
            }
        }
        return objects;
    }

    private static JsonNode json(Node node) {
        Node value = node.resolved();
        if (value instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.flattened().forEach((key, inner) -> object.set(key, json(inner)));
            return object;
        }
        if (value instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        ScalarNode scalar = (ScalarNode) value;
        return switch (scalar.type()) {
            case TEXT -> JSON.textNode(scalar.value());
            case NULL -> JSON.nullNode();
            case BOOLEAN -> JSON.booleanNode(ScalarType.isTrue(scalar.value()));
            case INTEGER ->
                ScalarType.integerOf(scalar.value()).isPresent()
                        ? JSON.numberNode(ScalarType.integerOf(scalar.value()).getAsLong())
                        : JSON.numberNode(new BigDecimal(scalar.value()));
            case FLOAT -> JSON.numberNode(new BigDecimal(scalar.value().replace("_", "")));
            case BINARY ->
                JSON.textNode(new String(Base64.getDecoder().decode(scalar.value()), StandardCharsets.UTF_8));
        };
    }

    /** Takes out the annotation that kubectl was asked to add. */
    private static JsonNode withoutMark(JsonNode objects) {
        for (JsonNode object : objects) {
            ObjectNode annotations = (ObjectNode) object.at("/metadata/annotations");
            annotations.remove("zz");
            if (annotations.isEmpty()) {
                ((ObjectNode) object.path("metadata")).remove("annotations");
            }
        }
        return objects;
    }
}
