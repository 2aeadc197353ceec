package io.github.meshready.smi.manifest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A place to read manifests from.
 *
 * @param path a file or folder
 * @param pattern which files below the folder to take, by their names as people see them; empty for all
 */
public record Input(Path path, Optional<PathPattern> pattern) {

    /** All of a file or folder. */
    public Input(Path path) {
        this(path, Optional.empty());
    }

    /** The place as people know it. */
    String name(FileNames names) {
        return pattern.map(PathPattern::toString).orElseGet(() -> names.of(path));
    }
}
