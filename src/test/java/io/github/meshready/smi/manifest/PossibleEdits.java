package io.github.meshready.smi.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of every kind in the first mappings and lists of each document of a file. */
final class PossibleEdits {

    /** Enough for a pod template in a second document; more only makes each round slower. */
    private static final int PLACES = 12;

    private final int document;
    private final List<Edit> edits = new ArrayList<>();
    private int places;

    private PossibleEdits(int document) {
        this.document = document;
    }

    static List<Edit> of(ManifestFile file) {
        List<Edit> all = new ArrayList<>();
        for (Document document : file.documents()) {
            PossibleEdits possible = new PossibleEdits(document.index());
            possible.collect(document.root(), List.of());
            all.addAll(possible.edits);
        }
        return all;
    }

    /** Places behind aliases and merge keys too, where other text has to change, or nothing may. */
    private void collect(Node node, List<Object> path) {
        Node value = node.resolved();
        boolean place = value instanceof MappingNode || value instanceof SequenceNode;
        if (!place || ++places > PLACES) {
            return;
        }
        if (value instanceof MappingNode mapping) {
            editMapping(mapping, path);
            mapping.flattened().forEach((key, inner) -> collect(inner, join(path, key)));
        } else if (value instanceof SequenceNode sequence) {
            editList(sequence, path);
            for (int i = 0; i < sequence.items().size(); i++) {
                collect(sequence.items().get(i), join(path, i));
            }
        }
    }

    private void editMapping(MappingNode mapping, List<Object> path) {
        set(join(path, "serviceAccountName"), List.of());
        set(join(path, "appProtocol"), List.of("port", "name", "a"));
        set(join(path, "a"), List.of());
        if (mapping.get("labels").map(PossibleEdits::canHoldEntries).orElse(true)) {
            set(join(join(path, "labels"), "x/y"), List.of("name"));
        }
        if (mapping.get("sources").map(PossibleEdits::isEmpty).orElse(true)) {
            add(join(path, "sources"));
        }
        Optional<String> key = mapping.entries().stream()
                .filter(entry -> !entry.isMerge())
                .map(entry -> entry.key().keyText())
                .findFirst();
        key.ifPresent(first -> remove(join(path, first)));
    }

    private void editList(SequenceNode sequence, List<Object> path) {
        add(path);
        if (!sequence.items().isEmpty()) {
            remove(join(path, 0));
        }
    }

    private void set(List<Object> path, List<String> after) {
        edits.add(new Edit.SetText(document, path, "no", after));
    }

    private void add(List<Object> path) {
        edits.add(new Edit.AddItem(document, path, Map.of("name", "no")));
    }

    private void remove(List<Object> path) {
        edits.add(new Edit.Remove(document, path));
    }

    /** Nobody asks for an entry of a text or a list: those who read the objects refuse them first. */
    private static boolean canHoldEntries(Node value) {
        return value instanceof MappingNode || isEmpty(value);
    }

    private static boolean isEmpty(Node value) {
        return value instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL;
    }

    private static List<Object> join(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
