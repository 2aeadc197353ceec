package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the files that may be manifests at some places, in an order that no file system decides. */
final class FileFinder {

    /** What a rendered folder is called among the manifests. */
    private static final String RENDERED = "kustomized.yaml";

    private final FileNames names;
    private final Disk disk;
    private final Inputs inputs;
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
    FileFinder(FileNames names, Inputs inputs, List<Path> excluded, boolean withOutput, String parameter) {
        this.names = names;
        this.disk = names.disk();
        this.inputs = inputs;
        this.withOutput = withOutput;
        this.parameter = parameter;
        this.excluded =
                excluded.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    /**
     * A file to read.
     *
     * @param name the file as people know it
     * @param path where it belongs below the folder that all files to read have in common
     * @param named whether somebody named this very file, so that it must be a manifest
     * @param content how to get at what it holds
     */
    record Found(String name, String path, boolean named, Content content) {

        byte[] bytes() {
            try {
                return content.bytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What a file holds, on disk or made by a renderer. */
    interface Content {
        byte[] bytes() throws IOException;
    }

    /**
     * Looks through files and folders.
     *
     * @throws InputException if one of them is not there, or leads somewhere else
     */
    void search() {
        inputs.places().forEach(this::requireExistence);
        List<Input> places = inputs.places().stream()
                .map(place -> new Input(withoutLink(place.path()), place.pattern()))
                .toList();
        Path common = places.stream()
                .map(Input::path)
                .map(path -> disk.isFolder(path) ? path : path.getParent())
                .reduce(FileFinder::commonFolder)
                .orElseThrow();
        // A file that somebody named counts as named, even where a folder holds it as well.
        places.stream().map(Input::path).filter(disk::isFile).forEach(file -> add(file, common, true));
        places.stream().filter(place -> disk.isFolder(place.path())).forEach(place -> folder(place, common));
    }

    /** The files to read, by path. */
    List<Found> found() {
        return found.values().stream().sorted(Comparator.comparing(Found::path)).toList();
    }

    List<SkippedFile> skipped() {
        return skipped.stream()
                .distinct()
                .sorted(Comparator.comparing(SkippedFile::file))
                .toList();
    }

    private void requireExistence(Input place) {
        if (!disk.isFile(place.path()) && !disk.isFolder(place.path())) {
            throw new InputException(new InputProblem(
                    place.name(names),
                    "there is no such file or folder, so no manifest was read",
                    "correct " + parameter));
        }
    }

    private Path withoutLink(Path root) {
        if (!disk.isLink(root)) {
            return root.toAbsolutePath().normalize();
        }
        try {
            Path target = disk.real(root);
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
        if (named && !FileKind.isManifest(name)) {
            throw new InputException(new InputProblem(
                    name,
                    "kubectl takes only files that end with .yaml, .yml or .json, in small letters",
                    "rename the file"));
        }
        String path = FileNames.slashed(common.relativize(file));
        found.putIfAbsent(file, new Found(name, path, named, () -> read(file, name)));
    }

    /** Looks at the size first: what is too large is not even brought into memory. */
    private byte[] read(Path file, String name) throws IOException {
        long size = disk.size(file);
        if (size > inputs.limits().fileSize()) {
            throw TextDecoder.tooLarge(name, size, inputs.limits().fileSize());
        }
        return disk.read(file);
    }

    private void folder(Input place, Path common) {
        boolean rendered = inputs.renderer().isPresent()
                && place.pattern().isEmpty()
                && FileKind.hasKustomization(place.path(), disk);
        if (rendered) {
            disk.looksElsewhere();
            String name = names.of(place.path());
            Path file = place.path().resolve(RENDERED);
            found.put(
                    file,
                    new Found(
                            "kustomize " + name,
                            FileNames.slashed(common.relativize(file)),
                            true,
                            () -> inputs.renderer().get().render(place.path(), name)));
            return;
        }
        try {
            disk.walk(place.path(), Integer.MAX_VALUE, new Walk(place, common));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Walk implements Disk.Visitor {

        private final Input place;
        private final Path common;

        private Walk(Input place, Path common) {
            this.place = place;
            this.common = common;
        }

        @Override
        public boolean enters(Path directory) {
            if (excluded.contains(directory)) {
                return false;
            }
            if (!withOutput && disk.exists(directory.resolve(OutputFolder.INDEX))) {
                skipped.add(new SkippedFile(names.of(directory), "output of smi:generate"));
                return false;
            }
            return true;
        }

        @Override
        public void visit(Disk.Entry entry) throws IOException {
            Path file = entry.path();
            String name = names.of(file);
            boolean asked =
                    place.pattern().map(pattern -> pattern.matches(name)).orElse(true);
            boolean isFolder = entry.type() == FileType.FOLDER;
            if (isFolder || excluded.contains(file) || !asked || !FileKind.isOfInterest(name)) {
                return;
            }
            Optional<String> reason = reasonToSkip(entry, name);
            if (reason.isPresent()) {
                skipped.add(new SkippedFile(name, reason.get()));
            } else {
                add(file, common, false);
            }
            if (found.size() > inputs.limits().files()) {
                throw new InputException(new InputProblem(
                        place.name(names),
                        "there are more than " + inputs.limits().files() + " files; nothing was read",
                        "name the folders that hold manifests in smi.manifests, or raise smi.maxFiles"));
            }
        }

        private Optional<String> reasonToSkip(Disk.Entry entry, String name) throws IOException {
            Optional<PathPattern> exclude = inputs.excludes().stream()
                    .filter(pattern -> pattern.matches(name))
                    .findFirst();
            if (exclude.isPresent()) {
                return Optional.of("excluded by " + exclude.get());
            }
            Optional<String> kind = FileKind.reasonToSkip(entry.path(), place.path(), disk);
            if (kind.isPresent()) {
                return kind;
            }
            if (entry.type() == FileType.LINK) {
                return reasonToSkipLink(entry.path());
            }
            return entry.type() == FileType.FILE ? Optional.empty() : Optional.of("not a regular file");
        }

        private Optional<String> reasonToSkipLink(Path link) throws IOException {
            if (!disk.isFile(link)) {
                return Optional.of("a symbolic link that leads to no file");
            }
            if (!disk.real(link).startsWith(disk.real(place.path()))) {
                throw new InputException(new InputProblem(
                        names.of(link),
                        "the symbolic link leads out of the folder; it was not followed",
                        "replace the link with the file, or name its target in smi.manifests"));
            }
            return Optional.empty();
        }
    }
}
