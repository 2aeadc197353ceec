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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists the files that may be manifests below files and folders, in an order that no file system decides. */
final class FileFinder {

    static final int MAX_FILES = 20_000;

    private final FileNames names;
    private final List<Path> excluded;
    private final List<Found> found = new ArrayList<>();
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
     * @param path where it belongs below the folder that it was found in
     * @param named whether somebody named this very file, so that it must be a manifest
     */
    record Found(Path file, String path, boolean named) {}

    void add(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        if (Files.isRegularFile(absolute)) {
            found.add(new Found(absolute, absolute.getFileName().toString(), true));
        } else if (Files.isDirectory(absolute)) {
            walk(absolute);
        } else {
            throw new InputException(new InputProblem(
                    names.of(absolute),
                    "there is no such file or folder, so no manifest was read",
                    "correct smi.manifests"));
        }
    }

    List<Found> found() {
        return found.stream().sorted(Comparator.comparing(Found::path)).toList();
    }

    List<SkippedFile> skipped() {
        return skipped.stream().sorted(Comparator.comparing(SkippedFile::file)).toList();
    }

    private void walk(Path root) {
        try {
            Files.walkFileTree(root, new Walk(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;

        private Walk(Path root) {
            this.root = root;
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
                found.add(new Found(file, FileNames.slashed(root.relativize(file)), false));
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
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String stem = name.substring(0, name.lastIndexOf('.'));
        return Optional.ofNullable(
                switch (stem) {
                    case "kustomization" -> "a kustomization, not a manifest";
                    case "chart" -> "a Helm chart's description, not a manifest";
                    case "skaffold" -> "a Skaffold configuration, not a manifest";
                    default -> null;
                });
    }
}
