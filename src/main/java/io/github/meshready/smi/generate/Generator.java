package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.ManifestReader;
import io.github.meshready.smi.manifest.ManifestSet;
import io.github.meshready.smi.manifest.OutputFolder;
import io.github.meshready.smi.manifest.OutputFolder.Changes;
import io.github.meshready.smi.policy.Plan;
import io.github.meshready.smi.policy.Planner;
import io.github.meshready.smi.policy.PolicyReader;
import io.github.meshready.smi.policy.PolicySet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes an application's manifests ready for the mesh. */
public final class Generator {

    /**
     * Reads, plans and writes. Nothing is written before everything has been read, planned and checked.
     *
     * @throws InputException if the input is at fault; nothing was written then
     * @throws IOException if writing fails
     */
    public GenerateResult generate(GenerateRequest request) throws IOException {
        FileNames names = new FileNames(request.base());
        Settings settings = request.settings();
        List<Path> ours = List.of(request.outputDirectory(), request.combinedFile());
        ManifestSet read = new ManifestReader(names, ours).read(request.manifests());
        Application application = new ApplicationReader(settings.defaultNamespace()).read(read.files());
        MeshMode mode = MeshMode.of(settings, application, names);
        CallGraph graph = new CallFinder(application, request.declarations()).find();
        PolicySet existing = new PolicyReader().read(application);
        Plan plan = new Planner(application, graph, existing, settings.meshName()).plan();

        EditedFiles edited = new EditedFiles(plan, application, read.files(), settings.meshName());
        ApplySet applySet = new ApplySet(plan, edited, settings.meshName(), names.of(request.outputDirectory()));
        List<ManifestFile> files = applySet.files();
        Changes changes = write(request, files, applySet.combined(), names);
        RestartAdvice restarts = RestartAdvice.of(plan, application.workloads());
        return new GenerateResult(read, application, mode, graph, plan, restarts, files, changes);
    }

    private static Changes write(GenerateRequest request, List<ManifestFile> files, byte[] combined, FileNames names)
            throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach(file -> contents.put(file.path(), file.bytes()));
        Changes changes =
                new OutputFolder(request.outputDirectory()).write(contents, origin(request.manifests(), names));
        OutputFolder.writeFile(request.combinedFile(), combined);
        return changes;
    }

    /**
     * What the index of an output folder says of where its content came from, so that a later goal can tell whether it
     * was made from the same manifests.
     */
    public static String origin(List<Path> manifests, FileNames names) {
        return "from " + String.join(", ", manifests.stream().map(names::of).toList());
    }
}
