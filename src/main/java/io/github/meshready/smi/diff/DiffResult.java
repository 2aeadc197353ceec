package io.github.meshready.smi.diff;

import io.github.meshready.smi.app.MeshMode;
import java.util.List;

/**
 * What differs.
 *
 * @param changes every door at which something differs, in order
 * @param from what the mesh does with all traffic alike, as it was
 * @param to what it does now
 */
public record DiffResult(List<Change> changes, MeshMode from, MeshMode to) {

    public DiffResult {
        changes = List.copyOf(changes);
    }

    /** Whether something may be done now that could not be done before. */
    public boolean isWidened() {
        return changes.stream().anyMatch(Change::isWidened);
    }

    public long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
