package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.ManifestSet;
import io.github.meshready.smi.manifest.OutputFolder.Changes;
import io.github.meshready.smi.policy.Plan;
import java.util.List;

/**
 * What was generated and why.
 *
 * @param read the manifests that were read
 * @param application what they say
 * @param mode whether the mesh enforces policies
 * @param graph who calls whom
 * @param plan what was added
 * @param restarts what has to be restarted by hand
 * @param applySet the files of the apply set, in the order of application
 * @param changes what happened to the output folder
 * @param remarks what else was changed in the application's own files, in words
 * @param onceEnforced in permissive mode, what the apply set will be with that mode off; else empty
 */
public record GenerateResult(
        ManifestSet read,
        Application application,
        MeshMode mode,
        CallGraph graph,
        Plan plan,
        RestartAdvice restarts,
        List<ManifestFile> applySet,
        Changes changes,
        List<String> remarks,
        List<ManifestFile> onceEnforced) {

    public GenerateResult {
        applySet = List.copyOf(applySet);
        remarks = List.copyOf(remarks);
        onceEnforced = List.copyOf(onceEnforced);
    }
}
