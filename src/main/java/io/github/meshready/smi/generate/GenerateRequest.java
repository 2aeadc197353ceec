package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.policy.PlanRequest;
import java.nio.file.Path;

/**
 * What to generate.
 *
 * @param base the project's folder, which names in outputs are relative to
 * @param inputs what to read
 * @param outputDirectory folder of the apply set; ours alone
 * @param combinedFile file that holds the apply set in one piece
 * @param declarations calls that the build's configuration declares
 * @param plan the mesh, and what else the build's configuration says of the plan
 */
public record GenerateRequest(
        Path base,
        Inputs inputs,
        Path outputDirectory,
        Path combinedFile,
        Declarations declarations,
        PlanRequest plan) {

    public Settings settings() {
        return plan.settings();
    }
}
