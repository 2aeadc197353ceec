package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.Document;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.MappingNode;
import io.github.meshready.smi.manifest.Node;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.manifest.SourceText;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file that is an OpenAPI document or holds parts of one. */
final class OpenApiFile {

    private final Path path;
    private final Document document;
    private final Map<MappingNode, Map<String, Part>> fields = new IdentityHashMap<>();

    /** @param path where it lies: references in it start from there */
    OpenApiFile(Path path, Document document) {
        this.path = path;
        this.document = document;
    }

    Path path() {
        return path;
    }

    SourceText source() {
        return document.source();
    }

    Part root() {
        Node root = document.root().resolved();
        return new Part(this, root, root.start());
    }

    /**
     * The values of a mapping by key. Worked out once, because references look keys up in large mappings.
     *
     * @throws InputException if a key stands twice: tools do not agree on which of the two counts
     */
    Map<String, Part> fields(MappingNode mapping) {
        Map<String, Part> known = fields.get(mapping);
        if (known == null) {
            known = mapping.entries().stream().anyMatch(MappingNode.Entry::isMerge)
                    ? merged(mapping)
                    : written(mapping);
            fields.put(mapping, known);
        }
        return known;
    }

    private Map<String, Part> written(MappingNode mapping) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (MappingNode.Entry entry : mapping.entries()) {
            String key = entry.key().keyText();
            Part part = new Part(this, entry.value().resolved(), entry.key().start());
            if (parts.put(key, part) != null) {
                throw part.refused(
                        "the key " + Printable.text(key)
                                + " stands twice in one mapping, so that one of the two would be lost",
                        "join what stands below them, or rename one");
            }
        }
        return parts;
    }

    /** What merge keys bring has its place where it is written. */
    private Map<String, Part> merged(MappingNode mapping) {
        Map<String, Part> parts = new LinkedHashMap<>();
        mapping.flattened().forEach((key, value) -> parts.put(key, new Part(this, value.resolved(), value.start())));
        return parts;
    }
}
