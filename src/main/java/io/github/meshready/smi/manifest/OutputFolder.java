package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder that we own: holds exactly the files of the last run. Each file is written beside its place and moved there,
 * so that a reader sees the old file or the new one, and only where its bytes differ. What an earlier run wrote and
 * this one does not is removed; anything else in the folder is left alone.
 */
public final class OutputFolder {

    /** Lists the files that we wrote; kubectl ignores it, having none of its endings. */
    private static final String INDEX = ".smi-files";

    private static final String TEMPORARY = ".smi-tmp";

    private final Path folder;

    public OutputFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * What a run did to the folder.
     *
     * @param written files that are new or changed
     * @param unchanged files that already had these bytes
     * @param removed files of an earlier run that are gone
     */
    public record Changes(int written, int unchanged, int removed) {}

    /** What an earlier run recorded of where its content came from; empty if there was none. */
    public Optional<String> origin() throws IOException {
        List<String> index = index();
        return index.isEmpty() ? Optional.empty() : Optional.of(index.get(0));
    }

    /**
     * Makes the folder hold these files.
     *
     * @param files content by path below the folder, with forward slashes
     * @param origin one line on where the content came from, for {@link #origin()}
     * @throws InputException if the folder or one in it is a symbolic link, or not a folder
     * @throws IOException if writing fails; files are then old or new, none is torn
     */
    public Changes write(Map<String, byte[]> files, String origin) throws IOException {
        List<String> earlier = index();
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        Map<Path, Path> moves = new LinkedHashMap<>();
        int unchanged = 0;
        try {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                Path target = target(file.getKey());
                if (holds(target, file.getValue())) {
                    unchanged++;
                } else {
                    moves.put(stage(target, file.getValue()), target);
                }
            }
        } catch (IOException e) {
            for (Path temporary : moves.keySet()) {
                Files.deleteIfExists(temporary);
            }
            throw e;
        }
        for (Map.Entry<Path, Path> move : moves.entrySet()) {
            Files.move(move.getKey(), move.getValue(), StandardCopyOption.ATOMIC_MOVE);
        }
        int removed = remove(earlier, all);
        writeIndex(origin, new ArrayList<>(all.keySet()));
        return new Changes(moves.size(), unchanged, removed);
    }

    /** Writes one file as a whole, if its bytes differ. */
    public static void writeFile(Path file, byte[] content) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Files.createDirectories(absolute.getParent());
        if (!holds(absolute, content)) {
            Files.move(stage(absolute, content), absolute, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path target(String path) throws IOException {
        Path target = folder.resolve(path).normalize();
        if (!target.startsWith(folder) || target.equals(folder)) {
            throw new IllegalArgumentException(path + " is outside of the folder");
        }
        createFolders(target.getParent());
        return target;
    }

    private void createFolders(Path directory) throws IOException {
        if (!directory.equals(folder)) {
            createFolders(directory.getParent());
        }
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException(new InputProblem(
                    String.valueOf(folder.getFileName()),
                    "the output folder holds a link or file where a folder has to be: "
                            + Printable.text(FileNames.slashed(folder.relativize(directory))),
                    "remove it, or choose another smi.outputDirectory"));
        }
        Files.createDirectories(directory);
    }

    private static boolean holds(Path target, byte[] content) throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && Files.size(target) == content.length
                && Arrays.equals(Files.readAllBytes(target), content);
    }

    private static Path stage(Path target, byte[] content) throws IOException {
        Path temporary = target.resolveSibling("." + target.getFileName() + TEMPORARY);
        Files.deleteIfExists(temporary);
        return Files.write(temporary, content);
    }

    private int remove(List<String> earlier, Map<String, byte[]> now) throws IOException {
        int removed = 0;
        for (String path : earlier.subList(Math.min(1, earlier.size()), earlier.size())) {
            Path file = folder.resolve(path).normalize();
            if (!now.containsKey(path) && file.startsWith(folder) && Files.deleteIfExists(file)) {
                removed++;
                removeEmptyFolders(file.getParent());
            }
        }
        return removed;
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

    /** First line the origin, then the paths; empty where no run left one. */
    private List<String> index() throws IOException {
        Path index = folder.resolve(INDEX);
        return Files.isRegularFile(index, LinkOption.NOFOLLOW_LINKS) ? Files.readAllLines(index) : List.of();
    }

    private void writeIndex(String origin, List<String> paths) throws IOException {
        paths.add(0, origin);
        byte[] content = (String.join("\n", paths) + "\n").getBytes(StandardCharsets.UTF_8);
        Path index = target(INDEX);
        writeFile(index, content);
    }
}
