package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Node;
import io.github.meshready.smi.manifest.ScalarNode;
import io.github.meshready.smi.manifest.ScalarType;
import io.github.meshready.smi.manifest.SequenceNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a document.
 *
 * @param file the document
 * @param node the value, never an alias
 * @param offset where people look for it: at its key, if it has one
 */
record Part(OpenApiFile file, Node node, int offset) {

    /** The values in a mapping by key, in the order of the text; nothing for another value. */
    Map<String, Part> fields() {
        return node.mapping().map(file::fields).orElse(Map.of());
    }

    Optional<Part> get(String key) {
        return Optional.ofNullable(fields().get(key));
    }

    /** The items of a list; nothing for another value. */
    List<Part> items() {
        return node.sequence().map(SequenceNode::items).orElse(List.of()).stream()
                .map(item -> new Part(file, item.resolved(), item.start()))
                .toList();
    }

    /** A single value as it is written, except an empty one. */
    Optional<String> text() {
        return node.scalar().filter(scalar -> scalar.type() != ScalarType.NULL).map(ScalarNode::value);
    }

    boolean isEmpty() {
        return node.scalar().filter(scalar -> scalar.type() == ScalarType.NULL).isPresent();
    }

    boolean isMapping() {
        return node.mapping().isPresent();
    }

    /** File and line. */
    String place() {
        return file.source().line(offset);
    }

    InputProblem problem(String message, String fix) {
        return new InputProblem(file.source().locate(offset), message, fix);
    }

    InputException refused(String message, String fix) {
        return new InputException(problem(message, fix));
    }
}
