package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.FileFinder.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads every manifest below some files and folders, or says for each bad one what is wrong with it. */
public final class ManifestReader {

    private final FileNames names;
    private final List<Path> excluded;

    /**
     * @param names how files are named in messages
     * @param excluded folders and files that are never input: our own output
     */
    public ManifestReader(FileNames names, List<Path> excluded) {
        this.names = names;
        this.excluded = List.copyOf(excluded);
    }

    /**
     * Reads the manifests.
     *
     * @throws InputException naming every file that cannot be read as a manifest, or that nothing was found
     * @throws UncheckedIOException if the file system fails
     */
    public ManifestSet read(List<Path> roots) {
        FileFinder finder = new FileFinder(names, excluded);
        finder.search(roots);
        List<ManifestFile> files = new ArrayList<>();
        List<SkippedFile> skipped = new ArrayList<>(finder.skipped());
        List<InputProblem> problems = new ArrayList<>();
        for (Found found : finder.found()) {
            String name = names.of(found.file());
            try {
                ManifestFile file = ManifestFile.parse(found.path(), name, bytes(found.file()));
                Optional<String> reason = reasonToSkip(file, found.named());
                if (reason.isPresent()) {
                    skipped.add(new SkippedFile(name, reason.get()));
                } else {
                    files.add(file);
                }
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        if (files.isEmpty()) {
            throw nothingFound(roots, skipped);
        }
        return new ManifestSet(files, skipped);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file found in a folder that holds no Kubernetes object at all is somebody else's. */
    private static Optional<String> reasonToSkip(ManifestFile file, boolean named) {
        if (file.documents().isEmpty()) {
            return Optional.of("empty");
        }
        boolean foreign = !named && file.documents().stream().allMatch(document -> isForeign(document.root()));
        return foreign ? Optional.of("has neither apiVersion nor kind nor metadata") : Optional.empty();
    }

    private static boolean isForeign(Node root) {
        return root instanceof MappingNode mapping
                && mapping.own("apiVersion").isEmpty()
                && mapping.own("kind").isEmpty()
                && mapping.own("metadata").isEmpty();
    }

    private InputException nothingFound(List<Path> roots, List<SkippedFile> skipped) {
        String where = String.join(", ", roots.stream().map(names::of).toList());
        String message = "no manifest was found here (.yaml, .yml, .json)";
        if (!skipped.isEmpty()) {
            SkippedFile first = skipped.get(0);
            message += "; " + skipped.size() + " files were skipped, such as " + first.file() + " (" + first.reason()
                    + ")";
        }
        return new InputException(
                new InputProblem(where, message, "name the files or folders that hold manifests in smi.manifests"));
    }
}
