package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder that we own: holds exactly the files of the last run. Each file is written beside its place and moved there,
 * so that a reader sees the old file or the new one, and only where its bytes differ. What an earlier run wrote and
 * this one does not is removed; a file of somebody else is never touched.
 */
public final class OutputFolder {

    /** Lists the files that we wrote; kubectl ignores it, having none of its endings. */
    static final String INDEX = ".smi-files";

    private final Path folder;
    private final Disk disk;
    private final String name;

    public OutputFolder(Path folder, FileNames names) {
        this.folder = folder.toAbsolutePath().normalize();
        this.disk = names.disk();
        this.name = names.of(folder);
    }

    /**
     * What a run did to the folder.
     *
     * @param written files that are new or changed
     * @param unchanged files that already had these bytes
     * @param removed files of an earlier run that are gone
     */
    public record Changes(int written, int unchanged, int removed) {}

    /** What the last run left behind; {@link OutputIndex#NONE} if there was none that ended. */
    public OutputIndex index() throws IOException {
        Path index = folder.resolve(INDEX);
        return disk.isFile(index) && !disk.isLink(index) ? OutputIndex.parse(text(disk.read(index))) : OutputIndex.NONE;
    }

    /** The index that is about to be replaced, which makes no difference to what is written. */
    private OutputIndex earlier() throws IOException {
        Path index = folder.resolve(INDEX);
        return Files.isRegularFile(index, LinkOption.NOFOLLOW_LINKS)
                ? OutputIndex.parse(text(Files.readAllBytes(index)))
                : OutputIndex.NONE;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    /**
     * Makes the folder hold these files.
     *
     * @param index what the run leaves behind
     * @param contents the content of each file of the index
     * @throws InputException if the folder or one in it is a symbolic link, or no folder, or a file of somebody else
     *     stands where one of ours has to
     * @throws IOException if writing fails; files are then old or new, none is torn
     */
    public Changes write(OutputIndex index, Map<String, byte[]> contents) throws IOException {
        OutputIndex earlier = earlier();
        Map<String, Path> targets = new LinkedHashMap<>();
        for (String path : index.files().keySet()) {
            targets.put(path, target(path));
        }
        checkOwner(targets, earlier);
        Map<Path, Path> moves = new LinkedHashMap<>();
        boolean staged = false;
        try {
            for (Map.Entry<String, Path> target : targets.entrySet()) {
                byte[] content = contents.get(target.getKey());
                if (!OwnedFile.holds(target.getValue(), content)) {
                    createFolders(target.getValue().getParent());
                    moves.put(OwnedFile.stage(target.getValue(), content), target.getValue());
                }
            }
            staged = true;
        } finally {
            if (!staged) {
                delete(moves.keySet());
            }
        }
        if (!moves.isEmpty()) {
            writeIndex(earlier.during(index));
        }
        for (Map.Entry<Path, Path> move : moves.entrySet()) {
            OwnedFile.move(move.getKey(), move.getValue());
        }
        int removed = remove(earlier, index);
        sweep();
        writeIndex(index);
        disk.owns(folder);
        disk.wrote(folder.resolve(INDEX), index.text().getBytes(StandardCharsets.UTF_8));
        targets.forEach((path, target) -> disk.wrote(target, contents.get(path)));
        return new Changes(moves.size(), targets.size() - moves.size(), removed);
    }

    private Path target(String path) {
        Path target = folder.resolve(path).normalize();
        if (!target.startsWith(folder) || target.equals(folder)) {
            throw new IllegalArgumentException(path + " is outside of the folder");
        }
        return target;
    }

    private void checkOwner(Map<String, Path> targets, OutputIndex earlier) {
        List<InputProblem> problems = new ArrayList<>();
        for (Map.Entry<String, Path> target : targets.entrySet()) {
            Path obstacle = obstacle(target.getValue());
            boolean ours = obstacle == null
                    || obstacle.equals(target.getValue())
                            && earlier.files().containsKey(target.getKey())
                            && Files.isRegularFile(obstacle, LinkOption.NOFOLLOW_LINKS);
            if (!ours) {
                String path = FileNames.slashed(folder.relativize(obstacle));
                problems.add(new InputProblem(
                        path.isEmpty() ? name : name + "/" + path,
                        "stands where the output has to be written, and was not written by this plugin; nothing was"
                                + " written",
                        "move it away, or choose another smi.outputDirectory"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems.stream().distinct().toList());
        }
    }

    /** What stands in the way of a file: itself, or something on the path to it that is no folder; null for nothing. */
    private Path obstacle(Path target) {
        for (Path step : steps(target)) {
            boolean last = step.equals(target);
            if (Files.exists(step, LinkOption.NOFOLLOW_LINKS)
                    && (last || !Files.isDirectory(step, LinkOption.NOFOLLOW_LINKS))) {
                return step;
            }
        }
        return null;
    }

    /** The folder, every folder below it on the way to a file, and the file. */
    private List<Path> steps(Path target) {
        List<Path> steps = new ArrayList<>();
        Path step = folder;
        steps.add(step);
        for (Path part : folder.relativize(target)) {
            step = step.resolve(part);
            steps.add(step);
        }
        return steps;
    }

    private void createFolders(Path directory) throws IOException {
        Files.createDirectories(directory);
    }

    private static void delete(Collection<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private int remove(OutputIndex earlier, OutputIndex now) throws IOException {
        int removed = 0;
        for (String path : new TreeSet<>(earlier.files().keySet())) {
            Path file = folder.resolve(path).normalize();
            boolean inside = file.startsWith(folder) && !file.equals(folder) && file.equals(obstacle(file));
            boolean ours = inside && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            if (!now.files().containsKey(path) && ours && Files.deleteIfExists(file)) {
                removed++;
                removeEmptyFolders(file.getParent());
            }
        }
        return removed;
    }

    /** Takes away what killed runs left in the middle of writing. */
    private void sweep() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> leftovers;
        try (Stream<Path> files = Files.walk(folder)) {
            leftovers = files.filter(OwnedFile::isLeftover)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        delete(leftovers);
    }

    private void removeEmptyFolders(Path directory) throws IOException {
        if (directory.equals(folder)) {
            return;
        }
        try (var content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(directory);
        removeEmptyFolders(directory.getParent());
    }

    private void writeIndex(OutputIndex index) throws IOException {
        byte[] content = index.text().getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(folder);
        Path file = folder.resolve(INDEX);
        if (!OwnedFile.holds(file, content)) {
            OwnedFile.move(OwnedFile.stage(file, content), file);
        }
    }
}
