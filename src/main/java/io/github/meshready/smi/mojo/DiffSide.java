package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.ManifestReader;
import io.github.meshready.smi.manifest.ManifestSet;
import java.nio.file.Path;

/**
 * One of the two sets of manifests that are compared.
 *
 * @param manifests the manifests
 * @param description what they are, for people
 */
record DiffSide(ManifestSet manifests, String description) {

    /** What lies at a place that somebody named. */
    static DiffSide named(String parameter, Path place, Inputs conditions, FileNames names) {
        if (!names.disk().exists(place)) {
            throw new ParameterException(
                    parameter, "there is nothing at " + names.of(place), "name a folder or file with manifests");
        }
        return new DiffSide(read(place, conditions, names), names.of(place));
    }

    /** A file out of a repository, which is named by its coordinates, not by its place on this machine. */
    static DiffSide artifact(Path file, String coordinates, Inputs conditions) {
        FileNames names = new FileNames(file.toAbsolutePath().getParent());
        return new DiffSide(read(file, conditions, names), coordinates);
    }

    private static ManifestSet read(Path place, Inputs conditions, FileNames names) {
        return ManifestReader.ofAnything(names).read(conditions.at(place));
    }
}
