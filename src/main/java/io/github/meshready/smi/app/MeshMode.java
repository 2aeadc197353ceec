package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.ManifestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether the mesh enforces policies, and who says so.
 *
 * @param permissive whether it allows every call between meshed pods
 * @param source what says so, for messages
 */
public record MeshMode(boolean permissive, String source) {

    /**
     * Decides by the parameter, else by the MeshConfig that the parameter names, else by one among the manifests. With
     * none of them the strict mode is assumed: in it nothing works by accident.
     *
     * @throws InputException if the file is no MeshConfig that the mesh would read
     */
    public static MeshMode of(Settings settings, Application application, FileNames names) {
        Optional<MeshConfig> config =
                settings.meshConfig().map(file -> read(file, names)).or(application::meshConfig);
        if (settings.permissive().isPresent()) {
            return new MeshMode(settings.permissive().get(), "smi.permissive");
        }
        return config.flatMap(found -> found.permissive()
                        .map(permissive -> new MeshMode(
                                permissive, "MeshConfig in " + found.location().file())))
                .orElse(new MeshMode(false, "assumed, as neither a MeshConfig nor smi.permissive says"));
    }

    private static MeshConfig read(Path file, FileNames names) {
        String name = names.of(file);
        if (!Files.isRegularFile(file)) {
            throw new InputException(new InputProblem(name, "there is no such file", "correct smi.meshConfig"));
        }
        try {
            return ApplicationReader.meshConfig(ManifestFile.parse(name, name, Files.readAllBytes(file)))
                    .orElseThrow(() -> new InputException(new InputProblem(
                            name,
                            "holds no MeshConfig named " + MeshConfig.NAME + ", the only one that the mesh reads",
                            "save the output of: kubectl get meshconfig " + MeshConfig.NAME
                                    + " -n NAMESPACE -o yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
