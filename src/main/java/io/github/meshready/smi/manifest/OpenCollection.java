package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.ArrayList;
import java.util.List;

/** A mapping or list in block style of which {@link CommonTreeReader} has not seen the end. */
final class OpenCollection {

    private final boolean sequence;
    private final int column;
    private final int start;
    private final List<Entry> entries;
    private final List<Node> items;

    /** The key whose value is still to come. */
    private ScalarNode key;

    /** Behind the colon or dash whose value is still to come; -1 if there is none. */
    private int behind = -1;

    OpenCollection(boolean sequence, int column, int start) {
        this.sequence = sequence;
        this.column = column;
        this.start = start;
        this.entries = sequence ? List.of() : new ArrayList<>();
        this.items = sequence ? new ArrayList<>() : List.of();
    }

    boolean isSequence() {
        return sequence;
    }

    /** Where each of its keys or dashes stands on the line. */
    int column() {
        return column;
    }

    boolean isWaiting() {
        return behind >= 0;
    }

    void awaitItem(int offset) {
        behind = offset;
    }

    void awaitValue(ScalarNode newKey, int offset) {
        key = newKey;
        behind = offset;
    }

    /** Takes the value that it waits for. */
    void add(Node value) {
        if (sequence) {
            items.add(value);
        } else {
            entries.add(CommonMappings.entry(key, value));
        }
        behind = -1;
    }

    /** Where a value was to come, there is none. */
    void endWaiting(CommonScalars scalars) {
        if (isWaiting()) {
            add(scalars.empty(behind));
        }
    }

    Node node(CommonMappings mappings, CommonScalars scalars) {
        endWaiting(scalars);
        return sequence
                ? new SequenceNode(
                        items, false, start, items.get(items.size() - 1).end())
                : mappings.of(
                        entries,
                        false,
                        start,
                        entries.get(entries.size() - 1).value().end());
    }
}
