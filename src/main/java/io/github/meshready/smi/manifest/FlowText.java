package io.github.meshready.smi.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes values on one line: in braces and brackets, as YAML or as JSON. */
final class FlowText {

    private final boolean json;

    /** @param json whether keys and texts stand in quotes, as JSON wants it */
    FlowText(boolean json) {
        this.json = json;
    }

    String scalar(String text) {
        return json ? ScalarText.json(text) : ScalarText.yaml(text);
    }

    /** A key with the value that an edit creates. */
    String entry(String key, EditTree wanted) {
        return scalar(key) + ": " + created(wanted);
    }

    /** A mapping of texts. */
    String item(Map<String, String> item) {
        List<String> parts = new ArrayList<>();
        item.forEach((key, value) -> parts.add(scalar(key) + ": " + scalar(value)));
        return "{" + String.join(", ", parts) + "}";
    }

    /** The value that an edit creates. */
    String created(EditTree wanted) {
        if (wanted.text().isPresent()) {
            return scalar(wanted.text().get());
        }
        if (!wanted.items().isEmpty()) {
            return "["
                    + String.join(", ", wanted.items().stream().map(this::item).toList()) + "]";
        }
        List<String> parts = new ArrayList<>();
        wanted.children().forEach((key, child) -> {
            if (child.isCreating()) {
                parts.add(entry((String) key, child));
            }
        });
        return "{" + String.join(", ", parts) + "}";
    }

    /**
     * A value that stands elsewhere, with edits; aliases and merge keys in it are written out.
     *
     * @throws UnwritableException if it holds what has no short form
     */
    String edited(Node node, EditTree wanted) {
        Node value = node.resolved();
        if (wanted.text().isPresent()) {
            return scalar(wanted.text().get());
        }
        if (value instanceof MappingNode mapping) {
            return mapping(mapping, wanted);
        }
        if (value instanceof SequenceNode sequence) {
            return sequence(sequence, wanted);
        }
        return original((ScalarNode) value);
    }

    private String mapping(MappingNode mapping, EditTree wanted) {
        Map<String, Node> values = mapping.flattened();
        List<String> parts = new ArrayList<>();
        values.forEach((key, value) -> {
            EditTree child = wanted.child(key);
            if (!child.isRemoved()) {
                parts.add(scalar(key) + ": " + edited(value, child));
            }
        });
        wanted.children().forEach((key, child) -> {
            if (!values.containsKey(key) && child.isCreating()) {
                parts.add(entry((String) key, child));
            }
        });
        return "{" + String.join(", ", parts) + "}";
    }

    private String sequence(SequenceNode sequence, EditTree wanted) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            if (!wanted.child(i).isRemoved()) {
                parts.add(edited(sequence.items().get(i), wanted.child(i)));
            }
        }
        wanted.items().forEach(item -> parts.add(item(item)));
        return "[" + String.join(", ", parts) + "]";
    }

    /** A value that is no text keeps its spelling, which may carry meaning: {@code 0644}. */
    private String original(ScalarNode scalar) {
        if (scalar.type() == ScalarType.TEXT) {
            return scalar(scalar.value());
        }
        if (!scalar.plain() || !scalar.tag().isEmpty()) {
            throw new UnwritableException();
        }
        return scalar.value().isEmpty() ? "null" : scalar.value();
    }

    /** A value has no form on one line that every reader takes for it. */
    static final class UnwritableException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
