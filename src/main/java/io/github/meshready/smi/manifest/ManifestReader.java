package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.FileFinder.Found;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
    public ManifestSet read(Inputs inputs) {
        FileFinder finder = finder(inputs);
        finder.search();
        List<ManifestFile> files = new ArrayList<>();
        List<SkippedFile> skipped = new ArrayList<>(finder.skipped());
        List<InputProblem> problems = new ArrayList<>();
        SortedMap<String, String> digests = new TreeMap<>();
        for (Found found : finder.found()) {
            try {
                byte[] bytes = found.bytes();
                digests.put(found.name(), Digest.of(bytes));
                ManifestFile file = ManifestFile.parse(found.path(), found.name(), bytes, inputs.limits());
                Optional<String> reason = reasonToSkip(file, found.named());
                if (reason.isPresent()) {
                    skipped.add(new SkippedFile(found.name(), reason.get()));
                } else {
                    files.add(file);
                }
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            int found = finder.found().size() + finder.skipped().size();
            int refused = found - files.size() - skipped.size();
            throw found == 1
                    ? new InputException(problems)
                    : new InputException(
                            problems,
                            found + " files found: " + files.size() + " read, " + skipped.size() + " skipped, "
                                    + refused + " refused; nothing was written");
        }
        if (files.isEmpty()) {
            throw nothingFound(inputs, skipped);
        }
        skipped.sort(Comparator.comparing(SkippedFile::file));
        return new ManifestSet(files, skipped, digests);
    }

    private FileFinder finder(Inputs inputs) {
        return new FileFinder(names, inputs, excluded, withOutput, withOutput ? "smi.applySet" : "smi.manifests");
    }

    /** The text of every file that {@link #read} would look at, by name; nothing is made of it. */
    public SortedMap<String, byte[]> contents(Inputs inputs) {
        FileFinder finder = finder(inputs);
        finder.search();
        SortedMap<String, byte[]> contents = new TreeMap<>();
        finder.found().forEach(found -> contents.put(found.name(), found.bytes()));
        return contents;
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

    private InputException nothingFound(Inputs inputs, List<SkippedFile> skipped) {
        String where = inputs.described(names);
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
