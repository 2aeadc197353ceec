package io.github.meshready.smi.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The edits of one document by path, so that two edits that need the same missing mapping create it once. */
final class EditTree {

    private final Map<Object, EditTree> children = new LinkedHashMap<>();
    private String value;
    private List<String> after = List.of();

    static EditTree of(List<Edit> edits) {
        EditTree root = new EditTree();
        for (Edit edit : edits) {
            root.add(edit);
        }
        return root;
    }

    private void add(Edit edit) {
        EditTree node = this;
        for (Object step : edit.path()) {
            node = node.children.computeIfAbsent(step, key -> new EditTree());
            if (node.after.isEmpty()) {
                node.after = edit.after();
            }
        }
        node.value = edit.value();
    }

    Map<Object, EditTree> children() {
        return children;
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    /** The text to set; only a leaf has one. */
    String value() {
        return value;
    }

    List<String> after() {
        return after;
    }
}
