package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.FileFinder.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads every manifest below some files and folders, or says for each bad one what is wrong with it. */
public final class ManifestReader {

    private final FileNames names;
    private final List<Path> excluded;
    private final boolean withOutput;

    private ManifestReader(FileNames names, List<Path> excluded, boolean withOutput) {
        this.names = names;
        this.excluded = List.copyOf(excluded);
        this.withOutput = withOutput;
    }

    /**
     * A reader of an application's own manifests: what {@code smi:generate} wrote is skipped.
     *
     * @param names how files are named in messages
     * @param excluded folders and files that are not looked at
     */
    public static ManifestReader ofInput(FileNames names, List<Path> excluded) {
        return new ManifestReader(names, excluded, false);
    }

    /** A reader of everything, whoever wrote it. */
    public static ManifestReader ofAnything(FileNames names) {
        return new ManifestReader(names, List.of(), true);
    }

    /**
     * Reads the manifests.
     *
     * @throws InputException naming every file that cannot be read as a manifest, or that nothing was found
     * @throws UncheckedIOException if the file system fails
     */
    public ManifestSet read(List<Path> roots) {
        FileFinder finder = finder();
        finder.search(roots);
        List<ManifestFile> files = new ArrayList<>();
        List<SkippedFile> skipped = new ArrayList<>(finder.skipped());
        List<InputProblem> problems = new ArrayList<>();
        SortedMap<String, String> digests = new TreeMap<>();
        for (Found found : finder.found()) {
            String name = names.of(found.file());
            byte[] bytes = bytes(found.file());
            digests.put(name, Digest.of(bytes));
            try {
                ManifestFile file = ManifestFile.parse(found.path(), name, bytes);
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
        return new ManifestSet(files, skipped, digests);
    }

    private FileFinder finder() {
        return new FileFinder(names, excluded, withOutput, withOutput ? "smi.applySet" : "smi.manifests");
    }

    /** The text of every file that {@link #read} would look at, by name; nothing is made of it. */
    public SortedMap<String, byte[]> contents(List<Path> roots) {
        FileFinder finder = finder();
        finder.search(roots);
        SortedMap<String, byte[]> contents = new TreeMap<>();
        finder.found().forEach(found -> contents.put(names.of(found.file()), bytes(found.file())));
        return contents;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file found in a folder that holds no Kubernetes object at all is somebody else's. */
    private Optional<String> reasonToSkip(ManifestFile file, boolean named) {
        if (file.documents().isEmpty()) {
            return Optional.of("empty");
        }
        if (!withOutput && file.source().text().lines().limit(1).anyMatch(line -> line.contains(YamlWriter.MARK))) {
            return Optional.of("output of smi:generate");
        }
        return named
                ? Optional.empty()
                : ForeignFile.of(file.path().substring(file.path().lastIndexOf('/') + 1), file.documents());
    }

    private InputException nothingFound(List<Path> roots, List<SkippedFile> skipped) {
        String where = String.join(", ", roots.stream().map(names::of).toList());
        String message = "no manifest was found here (.yaml, .yml, .json)";
        if (!skipped.isEmpty()) {
            SkippedFile first = skipped.get(0);
            message += "; " + skipped.size() + (skipped.size() == 1 ? " file was" : " files were")
                    + " skipped, such as " + first.file() + " (" + first.reason() + ")";
        }
        return new InputException(
                new InputProblem(where, message, "name the files or folders that hold manifests in smi.manifests"));
    }
}
