package io.github.meshready.smi.diff;

import io.github.meshready.smi.manifest.Location;
import java.util.List;

/**
 * Something that a door lets through, and what opens it.
 *
 * @param permission what may pass
 * @param by where the policies stand
 * @param isOtherwiseByOrder whether it passes on the other side, too, there depending on the order of routes
 */
public record Passage(Permission permission, List<Location> by, boolean isOtherwiseByOrder) {

    public Passage {
        by = List.copyOf(by);
    }
}
