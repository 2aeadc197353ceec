package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
    private final Map<Path, Found> found = new HashMap<>();
    private final List<SkippedFile> skipped = new ArrayList<>();

    /** @param excluded folders and files that are not looked into: our own output */
    FileFinder(FileNames names, List<Path> excluded) {
        this.names = names;
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
        List<Path> absolute =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
        absolute.forEach(this::requireExistence);
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
                    "correct smi.manifests"));
        }
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
            boolean hidden = !directory.equals(root) && isHidden(directory);
            return hidden || excluded.contains(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!isCandidate(file) || excluded.contains(file)) {
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
            if (attributes.isSymbolicLink()) {
                return reasonToSkipLink(file);
            }
            return attributes.isRegularFile() ? reasonToSkipName(file) : Optional.of("not a regular file");
        }

        private Optional<String> reasonToSkipLink(Path link) throws IOException {
            if (!Files.exists(link) || !Files.isRegularFile(link)) {
                return Optional.of("a symbolic link that leads to no file");
            }
            if (!link.toRealPath().startsWith(root.toRealPath(LinkOption.NOFOLLOW_LINKS))) {
                throw new InputException(new InputProblem(
                        names.of(link),
                        "the symbolic link leads out of the folder; it was not followed",
                        "replace the link with the file, or name its target in smi.manifests"));
            }
            return reasonToSkipName(link);
        }
    }

    private static boolean isCandidate(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !isHidden(file) && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    /** Files that other tools read; by name, since their content can look like a manifest. */
    private static Optional<String> reasonToSkipName(Path file) {
        return Optional.ofNullable(
                switch (file.getFileName().toString()) {
                    case "kustomization.yaml", "kustomization.yml" -> "a kustomization, not a manifest";
                    case "Chart.yaml" -> "a Helm chart's description, not a manifest";
                    case "skaffold.yaml", "skaffold.yml" -> "a Skaffold configuration, not a manifest";
                    default -> null;
                });
    }
}
