package io.github.meshready.smi.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user says of the mesh and of the place that the manifests are for.
 *
 * @param defaultNamespace the namespace of objects that name none
 * @param meshName the mesh's name
 * @param dialect the mesh's version
 * @param permissive whether permissive traffic policy mode is on; empty to let a MeshConfig say
 * @param egressMode what happens with calls out of the mesh where it lets none out
 * @param meshConfig a file with the mesh's configuration; empty to look among the manifests
 */
public record Settings(
        String defaultNamespace,
        String meshName,
        Dialect dialect,
        Optional<Boolean> permissive,
        EgressMode egressMode,
        Optional<Path> meshConfig) {

    public static final Settings DEFAULT =
            new Settings("default", "osm", Dialect.DEFAULT, Optional.empty(), EgressMode.WRITE, Optional.empty());

    /** The same mesh on the day on which permissive mode is switched off. */
    public Settings enforced() {
        return new Settings(defaultNamespace, meshName, dialect, Optional.of(false), egressMode, meshConfig);
    }
}
