package io.github.meshready.smi.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The CRDs of a folder as an API server uses them: only versions that are served, and no field that the schema does not
 * know. The server drops such a field without a word; here it is an error, since whoever wrote it meant something.
 */
final class CrdSchemas {

    private static final List<String> EXTENSIONS = List.of(
            "x-kubernetes-preserve-unknown-fields",
            "x-kubernetes-map-type",
            "x-kubernetes-list-map-keys",
            "x-kubernetes-list-type",
            "x-kubernetes-int-or-string");

    private final Map<String, Schema> schemas = new HashMap<>();
    private final Set<String> groups = new HashSet<>();

    CrdSchemas(Path folder) throws IOException {
        YAMLMapper mapper = new YAMLMapper();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode document : mapper.readerFor(JsonNode.class)
                        .<JsonNode>readValues(file.toFile())
                        .readAll()) {
                    if (document.path("kind").asText().equals("CustomResourceDefinition")) {
                        add(document.path("spec"));
                    }
                }
            }
        }
    }

    private void add(JsonNode definition) {
        String group = definition.path("group").asText();
        groups.add(group);
        for (JsonNode version : definition.path("versions")) {
            if (version.path("served").asBoolean()) {
                ObjectNode schema = version.at("/schema/openAPIV3Schema").deepCopy();
                ObjectNode properties = schema.withObjectProperty("properties");
                close(schema);
                for (String always : List.of("apiVersion", "kind", "metadata")) {
                    properties.putObject(always);
                }
                String kind = definition.at("/names/kind").asText();
                schemas.put(
                        group + "/" + version.path("name").asText() + " " + kind,
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                                .getSchema(schema));
            }
        }
    }

    /** Forbids what the API server prunes. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && schema.path("type").asText().equals("object")) {
            boolean open = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                    || schema.has("additionalProperties");
            if (!open) {
                object.put("additionalProperties", false);
            }
        }
        if (schema instanceof ObjectNode object) {
            object.remove(EXTENSIONS); // none of JSON Schema's
        }
        schema.path("properties").forEach(CrdSchemas::close);
        close(schema, "items");
        close(schema, "additionalProperties");
    }

    private static void close(JsonNode schema, String key) {
        if (schema.path(key).isObject()) {
            close(schema.path(key));
        }
    }

    /** Whether an object is one of these CRDs' business. */
    boolean concern(Map<String, Object> object) {
        return groups.contains(object.get("apiVersion").toString().split("/")[0]);
    }

    /** What the API server would object to, or drop. */
    List<String> faults(Map<String, Object> object) {
        String name = object.get("apiVersion") + " " + object.get("kind");
        Schema schema = schemas.get(name);
        return schema == null
                ? List.of(name + " is not served")
                : schema.validate(new ObjectMapper().<JsonNode>valueToTree(object)).stream()
                        .map(Error::toString)
                        .toList();
    }
}
