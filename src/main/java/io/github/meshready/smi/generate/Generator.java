package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Input;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.ManifestReader;
import io.github.meshready.smi.manifest.ManifestSet;
import io.github.meshready.smi.manifest.OutputFolder.Changes;
import io.github.meshready.smi.manifest.OwnedFile;
import io.github.meshready.smi.manifest.YamlWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Makes an application's manifests ready for the mesh. */
public final class Generator {

    private final Consumer<String> progress;

    public Generator() {
        this(stage -> {});
    }

    /** @param progress is told, in a few words, each stage that is done */
    public Generator(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Reads, plans and writes. Nothing is written before everything has been read, planned and checked.
     *
     * @throws InputException if the input is at fault; nothing was written then
     * @throws IOException if writing fails
     */
    public GenerateResult generate(GenerateRequest request) throws IOException {
        FileNames names = request.names();
        Settings settings = request.settings();
        OwnedFile combined = new OwnedFile(request.combinedFile(), names, YamlWriter.MARK);
        checkPlaces(request, combined, names);
        List<Path> ours = List.of(request.outputDirectory(), request.combinedFile());
        ManifestSet read = ManifestReader.ofInput(names, ours).read(request.inputs());
        Application application =
                new ApplicationReader(settings.defaultNamespace(), settings.dialect()).read(read.files());
        progress.accept("Objects read: " + application.objects().size());
        MeshMode mode = MeshMode.of(settings, application, names);
        CallGraph graph = new CallFinder(application, request.declarations()).find();
        progress.accept("Calls found: " + graph.calls().size());
        Planning planning = new Planning(request, read, application, graph, names);
        Written written = planning.plannedFor(mode);
        List<ManifestFile> onceEnforced = mode.permissive()
                ? planning.plannedFor(mode.enforced()).applySet().files()
                : List.of();
        List<ManifestFile> files = written.applySet().files();
        progress.accept("Files planned: " + files.size());
        Changes changes = new ApplySetFolder(request.outputDirectory(), names).write(request.inputs(), read, files);
        combined.write(written.applySet().combined());
        progress.accept("Files written: " + changes.written());
        RestartAdvice restarts = RestartAdvice.of(written.plan(), application.workloads());
        return new GenerateResult(
                read,
                application,
                mode,
                graph,
                written.plan(),
                restarts,
                files,
                changes,
                written.remarks(),
                onceEnforced);
    }

    /** The output must neither be the input nor take the place of somebody's file. */
    private static void checkPlaces(GenerateRequest request, OwnedFile combined, FileNames names) throws IOException {
        combined.check("smi.combinedFile");
        for (Input place : request.inputs().places()) {
            Path root = place.path();
            if (root.toAbsolutePath().normalize().startsWith(request.outputDirectory())) {
                throw new InputException(new InputProblem(
                        names.of(root),
                        "lies in the output folder, so it would be input and output at once",
                        "choose another smi.outputDirectory, or other smi.manifests"));
            }
        }
    }
}
