package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * A single file that we write and that nobody else's file may make way for: it is known by words near its start.
 * Written beside its place and moved there, so that a reader sees the old file or the new one.
 */
public final class OwnedFile {

    private static final String TEMPORARY = ".smi-tmp";
    private static final int NEAR_START = 200;

    private final Path file;
    private final Disk disk;
    private final String name;
    private final String mark;

    /** @param mark words near the start of every version of the file */
    public OwnedFile(Path file, FileNames names, String mark) {
        this.file = file.toAbsolutePath().normalize();
        this.disk = names.disk();
        this.name = names.of(file);
        this.mark = mark;
    }

    /** The file as people know it, safe to print. */
    public String name() {
        return Printable.line(name);
    }

    /**
     * Makes sure that the file can be written.
     *
     * @param parameter the parameter that says where it is
     * @throws InputException if something else stands there
     */
    public void check(String parameter) throws IOException {
        boolean free = !Files.exists(file, LinkOption.NOFOLLOW_LINKS) || isOurs();
        if (!free) {
            throw new InputException(new InputProblem(
                    name,
                    "exists and was not written by this plugin; nothing was written",
                    "move it away, or choose another " + parameter));
        }
    }

    private boolean isOurs() throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && startsWithMark(file, mark);
    }

    static boolean startsWithMark(Path file, String mark) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return new String(content.readNBytes(NEAR_START), StandardCharsets.UTF_8).contains(mark);
        }
    }

    /** Writes the file as a whole, if its bytes differ. */
    public void write(byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        if (holds(file, content)) {
            Files.deleteIfExists(temporary(file));
        } else {
            move(stage(file, content), file);
        }
        disk.wrote(file, content);
    }

    /** Makes a file that nobody else owns hold these bytes: it is the old one or the new one, never torn. */
    public static void replace(Path file, byte[] content) throws IOException {
        move(stage(file, content), file);
    }

    static boolean holds(Path target, byte[] content) throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && Files.size(target) == content.length
                && Arrays.equals(Files.readAllBytes(target), content);
    }

    static Path stage(Path target, byte[] content) throws IOException {
        Path temporary = temporary(target);
        Files.deleteIfExists(temporary);
        return Files.write(temporary, content);
    }

    private static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + TEMPORARY);
    }

    /** Whether a file is what a run that was killed left beside the file that it was writing. */
    static boolean isLeftover(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(TEMPORARY);
    }

    static void move(Path staged, Path target) throws IOException {
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
