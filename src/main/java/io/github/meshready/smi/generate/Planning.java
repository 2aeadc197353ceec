package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.ManifestSet;
import io.github.meshready.smi.policy.Plan;
import io.github.meshready.smi.policy.Planner;
import io.github.meshready.smi.policy.PolicyReader;
import io.github.meshready.smi.policy.PolicySet;

/** Plans for one application, for the mesh as it is or as it will be. */
final class Planning {

    private final GenerateRequest request;
    private final ManifestSet read;
    private final Application application;
    private final CallGraph graph;
    private final PolicySet existing;
    private final FileNames names;

    Planning(GenerateRequest request, ManifestSet read, Application application, CallGraph graph, FileNames names) {
        this.request = request;
        this.read = read;
        this.application = application;
        this.graph = graph;
        this.existing = new PolicyReader(request.settings().dialect()).read(application);
        this.names = names;
    }

    /** What is to be written in a mode of the mesh; nothing is written yet. */
    Written plannedFor(MeshMode mode) {
        Settings settings = request.settings();
        Plan plan = new Planner(application, graph, existing, request.plan(), mode).plan();
        EditedFiles edited = new EditedFiles(plan, application, read.files(), settings);
        ApplySet applySet = new ApplySet(plan, edited, mode, settings.meshName(), names.of(request.outputDirectory()));
        return new Written(plan, applySet, edited.remarks());
    }
}
