package io.github.meshready.smi.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a file says, as plain maps and lists: a second opinion on what an edit changed. */
final class Meaning {

    private final Map<Node, Object> known = new IdentityHashMap<>();

    private Meaning() {}

    private record Scalar(ScalarType type, String value) {}

    /** The meaning of each document. */
    static List<Object> of(ManifestFile file) {
        Meaning meaning = new Meaning();
        return file.documents().stream()
                .map(document -> meaning.of(document.root()))
                .toList();
    }

    /** The meaning of each document when one of them was edited. */
    static List<Object> of(ManifestFile file, Edit edit) {
        List<Object> documents = new ArrayList<>(of(file));
        documents.set(edit.document(), changed(documents.get(edit.document()), edit.path(), change(edit)));
        return documents;
    }

    private Object of(Node node) {
        Node value = node.resolved();
        Object meaning = known.get(value);
        if (meaning == null) {
            meaning = meaningOf(value);
            known.put(value, meaning);
        }
        return meaning;
    }

    private Object meaningOf(Node value) {
        if (value instanceof MappingNode mapping) {
            Map<Object, Object> values = new HashMap<>();
            mapping.flattened().forEach((key, inner) -> values.put(key, of(inner)));
            return values;
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.items().stream().map(this::of).toList();
        }
        ScalarNode scalar = (ScalarNode) value;
        return new Scalar(scalar.type(), scalar.type() == ScalarType.NULL ? "" : scalar.value());
    }

    /** What an edit makes of the value at its path: null for nothing, as it is given null where there is none. */
    private static UnaryOperator<Object> change(Edit edit) {
        if (edit instanceof Edit.SetText set) {
            return value -> text(set.value());
        }
        if (edit instanceof Edit.AddItem add) {
            Map<Object, Object> item = new HashMap<>();
            add.item().forEach((key, value) -> item.put(key, text(value)));
            return value -> withItem(value, item);
        }
        return value -> null;
    }

    private static Object text(String value) {
        return new Scalar(ScalarType.TEXT, value);
    }

    private static List<Object> withItem(Object value, Object item) {
        List<Object> list = value instanceof List<?> old ? new ArrayList<>(old) : new ArrayList<>();
        if (!list.contains(item)) {
            list.add(item);
        }
        return list;
    }

    private static Object changed(Object value, List<Object> path, UnaryOperator<Object> change) {
        if (path.isEmpty()) {
            return change.apply(value);
        }
        List<Object> rest = path.subList(1, path.size());
        if (path.get(0) instanceof Integer position) {
            List<Object> list = new ArrayList<>((List<?>) value);
            Object now = changed(list.remove(position.intValue()), rest, change);
            if (now != null) {
                list.add(position, now);
            }
            return list;
        }
        Map<Object, Object> map = value instanceof Map<?, ?> old ? new HashMap<>(old) : new HashMap<>();
        Object now = changed(map.remove(path.get(0)), rest, change);
        if (now != null) {
            map.put(path.get(0), now);
        }
        return map;
    }
}
