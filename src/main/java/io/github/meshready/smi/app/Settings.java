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
 * @param meshConfig a file with the mesh's configuration; empty to look among the manifests
 */
public record Settings(
        String defaultNamespace,
        String meshName,
        Dialect dialect,
        Optional<Boolean> permissive,
        Optional<Path> meshConfig) {

    public static final Settings DEFAULT =
            new Settings("default", "osm", Dialect.DEFAULT, Optional.empty(), Optional.empty());
}
