package io.github.meshready.smi.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file is by its name and its neighbours, before anything in it is read. */
final class FileKind {

    /** What kubectl takes in a folder, hidden files too (k8s.io/cli-runtime, pkg/resource FileExtensions). */
    private static final List<String> MANIFESTS = List.of(".yaml", ".yml", ".json");

    private static final List<String> ARCHIVES = List.of(".tgz", ".tar.gz", ".zip");

    /** What kubectl takes for a kustomization (sigs.k8s.io/kustomize, pkg/konfig). */
    private static final List<String> KUSTOMIZATIONS =
            List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private static final String CHART = "Chart.yaml";
    private static final String TEMPLATES = "templates";

    private FileKind() {}

    /** Whether kubectl would take a file of this name. */
    static boolean isManifest(String name) {
        return ends(name, MANIFESTS);
    }

    /** Whether somebody might think that a file of this name is read. */
    static boolean isOfInterest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ends(lower, MANIFESTS) || ends(lower, ARCHIVES);
    }

    /** Whether a folder is rendered by kubectl when asked for. */
    static boolean hasKustomization(Path folder, Disk disk) {
        return KUSTOMIZATIONS.stream().map(folder::resolve).anyMatch(disk::isFile);
    }

    /**
     * Why a file found in a folder is not read.
     *
     * @param root the folder that was searched; what is above it does not count
     */
    static Optional<String> reasonToSkip(Path file, Path root, Disk disk) {
        String name = file.getFileName().toString();
        if (ends(name.toLowerCase(Locale.ROOT), ARCHIVES)) {
            return Optional.of("an archive, which is not opened");
        }
        if (!isManifest(name)) {
            return Optional.of("kubectl takes only .yaml, .yml and .json, in small letters");
        }
        return isTemplate(file, root, disk) ? Optional.of(SkippedFile.TEMPLATE) : Optional.empty();
    }

    /** Whether a file lies in the templates of a chart. */
    private static boolean isTemplate(Path file, Path root, Disk disk) {
        for (Path folder = file.getParent(); folder != null && folder.startsWith(root); folder = folder.getParent()) {
            boolean templates = folder.getFileName() != null
                    && folder.getFileName().toString().equals(TEMPLATES)
                    && folder.getParent() != null
                    && disk.isFile(folder.resolveSibling(CHART));
            if (templates) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(String name, List<String> endings) {
        return endings.stream().anyMatch(name::endsWith);
    }
}
