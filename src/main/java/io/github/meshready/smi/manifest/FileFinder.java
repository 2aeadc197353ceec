package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lists the files that may be manifests below files and folders, in an order that no file system decides. */
final class FileFinder {

    static final int MAX_FILES = 20_000;

    private final FileNames names;
    private final List<Path> excluded;
    private final boolean withOutput;
    private final String parameter;
    private final Map<Path, Found> found = new HashMap<>();
    private final List<SkippedFile> skipped = new ArrayList<>();

    /**
     * @param excluded folders and files that are not looked into
     * @param withOutput whether to look into what {@code smi:generate} wrote
     * @param parameter the parameter that says where to look, for messages
     */
    FileFinder(FileNames names, List<Path> excluded, boolean withOutput, String parameter) {
        this.names = names;
        this.withOutput = withOutput;
        this.parameter = parameter;
        this.excluded =
                excluded.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    /**
     * A file to read.
     *
     * @param file where it is
     * @param path where it belongs below the folder that all files to read have in common
     * @param named whether somebody named this very file, so that it must be a manifest
     */
    record Found(Path file, String path, boolean named) {}

    /**
     * Looks through files and folders.
     *
     * @throws InputException if one of them is not there, or leads somewhere else
     */
    void search(List<Path> roots) {
        roots.forEach(this::requireExistence);
        List<Path> absolute = roots.stream().map(this::withoutLink).toList();
        Path common = absolute.stream()
                .map(root -> Files.isDirectory(root) ? root : root.getParent())
                .reduce(FileFinder::commonFolder)
                .orElseThrow();
        // A file that somebody named counts as named, even where a folder holds it as well.
        absolute.stream().filter(Files::isRegularFile).forEach(file -> add(file, common, true));
        absolute.stream().filter(Files::isDirectory).forEach(folder -> walk(folder, common));
    }

    /** The files to read, by path. */
    List<Found> found() {
        return found.values().stream().sorted(Comparator.comparing(Found::path)).toList();
    }

    private void requireExistence(Path root) {
        if (!Files.isRegularFile(root) && !Files.isDirectory(root)) {
            throw new InputException(new InputProblem(
                    names.of(root),
                    "there is no such file or folder, so no manifest was read",
                    "correct " + parameter));
        }
    }

    private Path withoutLink(Path root) {
        if (!Files.isSymbolicLink(root)) {
            return root.toAbsolutePath().normalize();
        }
        try {
            Path target = root.toRealPath();
            if (names.isBelowBase(target)) {
                return target;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new InputException(new InputProblem(
                names.of(root),
                "the symbolic link leads out of the project; it was not followed",
                "name its target in " + parameter));
    }

    private static Path commonFolder(Path one, Path other) {
        Path common = one;
        while (common != null && !other.startsWith(common)) {
            common = common.getParent();
        }
        if (common == null) {
            throw new InputException(new InputProblem(
                    "smi.manifests", "the manifests lie on different file systems", "keep them on one"));
        }
        return common;
    }

    private void add(Path file, Path common, boolean named) {
        String name = names.of(file);
        if (name.chars().anyMatch(c -> c < ' ')) {
            throw new InputException(new InputProblem(
                    Printable.text(name), "the name of the file holds a control character", "rename the file"));
        }
        if (named && !hasEnding(name)) {
            throw new InputException(new InputProblem(
                    name,
                    "kubectl takes only files that end with .yaml, .yml or .json, in small letters",
                    "rename the file"));
        }
        found.putIfAbsent(file, new Found(file, FileNames.slashed(common.relativize(file)), named));
    }

    List<SkippedFile> skipped() {
        return skipped.stream()
                .distinct()
                .sorted(Comparator.comparing(SkippedFile::file))
                .toList();
    }

    private void walk(Path root, Path common) {
        try {
            Files.walkFileTree(root, new Walk(root, common));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Path common;

        private Walk(Path root, Path common) {
            this.root = root;
            this.common = common;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (excluded.contains(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!withOutput && Files.exists(directory.resolve(OutputFolder.INDEX))) {
                skipped.add(new SkippedFile(names.of(directory), "output of smi:generate"));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString();
            if (excluded.contains(file) || !hasEnding(name.toLowerCase(Locale.ROOT))) {
                return FileVisitResult.CONTINUE;
            }
            Optional<String> reason = reasonToSkip(file, attributes);
            if (reason.isPresent()) {
                skipped.add(new SkippedFile(names.of(file), reason.get()));
            } else {
                add(file, common, false);
            }
            if (found.size() > MAX_FILES) {
                throw new InputException(new InputProblem(
                        names.of(root),
                        "there are more than " + MAX_FILES + " files; nothing was read",
                        "name the folders that hold manifests in smi.manifests"));
            }
            return FileVisitResult.CONTINUE;
        }

        private Optional<String> reasonToSkip(Path file, BasicFileAttributes attributes) throws IOException {
            if (!hasEnding(file.getFileName().toString())) {
                return Optional.of("kubectl takes only .yaml, .yml and .json, in small letters");
            }
            if (attributes.isSymbolicLink()) {
                return reasonToSkipLink(file);
            }
            return attributes.isRegularFile() ? Optional.empty() : Optional.of("not a regular file");
        }

        private Optional<String> reasonToSkipLink(Path link) throws IOException {
            if (!Files.isRegularFile(link)) {
                return Optional.of("a symbolic link that leads to no file");
            }
            if (!link.toRealPath().startsWith(root.toRealPath())) {
                throw new InputException(new InputProblem(
                        names.of(link),
                        "the symbolic link leads out of the folder; it was not followed",
                        "replace the link with the file, or name its target in smi.manifests"));
            }
            return Optional.empty();
        }
    }

    /** Whether kubectl takes the file in a folder; hidden ones too (k8s.io/cli-runtime, pkg/resource FileExtensions). */
    private static boolean hasEnding(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }
}
