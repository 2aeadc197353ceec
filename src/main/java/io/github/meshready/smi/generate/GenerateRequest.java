package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.policy.PlanRequest;
import java.nio.file.Path;

/**
 * What to generate.
 *
 * @param names how files are named, relative to the project's folder, and looked at
 * @param inputs what to read
 * @param outputDirectory folder of the apply set; ours alone
 * @param combinedFile file that holds the apply set in one piece
 * @param declarations calls that the build's configuration declares
 * @param plan the mesh, and what else the build's configuration says of the plan
 */
public record GenerateRequest(
        FileNames names,
        Inputs inputs,
        Path outputDirectory,
        Path combinedFile,
        Declarations declarations,
        PlanRequest plan) {

    public Settings settings() {
        return plan.settings();
    }
}
