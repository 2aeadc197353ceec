package io.github.meshready.smi.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edits of one document by path, so that two edits that need the same missing mapping create it once. */
final class EditTree {

    /** A plan to change nothing. */
    static final EditTree NOTHING = new EditTree();

    private final Map<Object, EditTree> children = new LinkedHashMap<>();
    private final List<Map<String, String>> items = new ArrayList<>();
    private Optional<String> text = Optional.empty();
    private boolean removed;
    private List<String> after = List.of();

    static EditTree of(List<Edit> edits) {
        EditTree root = new EditTree();
        edits.forEach(root::add);
        return root;
    }

    private void add(Edit edit) {
        List<String> neighbours = edit instanceof Edit.SetText set ? set.after() : List.of();
        EditTree node = this;
        for (Object step : edit.path()) {
            node = node.children.computeIfAbsent(step, key -> new EditTree());
            if (node.after.isEmpty()) {
                node.after = neighbours;
            }
        }
        if (edit instanceof Edit.SetText set) {
            node.text = Optional.of(set.value());
        } else if (edit instanceof Edit.AddItem add) {
            node.items.add(add.item());
        } else {
            node.removed = true;
        }
    }

    /** What to do further down, by key or list position. */
    Map<Object, EditTree> children() {
        return children;
    }

    /** What to do at a key or list position. */
    EditTree child(Object step) {
        return children.getOrDefault(step, NOTHING);
    }

    /** The text to set here. */
    Optional<String> text() {
        return text;
    }

    /** Whether to take this out. */
    boolean isRemoved() {
        return removed;
    }

    /** The items to add to the list that stands here. */
    List<Map<String, String>> items() {
        return items;
    }

    boolean isNothing() {
        return children.isEmpty() && items.isEmpty() && text.isEmpty() && !removed;
    }

    /** Whether this is to be there even if it is not yet. */
    boolean isCreating() {
        return text.isPresent()
                || !items.isEmpty()
                || children.values().stream().anyMatch(EditTree::isCreating);
    }

    /** See {@link Edit.SetText#after()}. */
    List<String> after() {
        return after;
    }
}
