package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import java.nio.file.Path;
import java.util.List;

/**
 * What to generate.
 *
 * @param base the project's folder, which names in outputs are relative to
 * @param manifests files and folders to read
 * @param outputDirectory folder of the apply set; ours alone
 * @param combinedFile file that holds the apply set in one piece
 * @param settings the mesh
 * @param declarations calls that the build's configuration declares
 */
public record GenerateRequest(
        Path base,
        List<Path> manifests,
        Path outputDirectory,
        Path combinedFile,
        Settings settings,
        Declarations declarations) {

    public GenerateRequest {
        manifests = List.copyOf(manifests);
    }
}
