package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.nio.file.Path;

/** Paths as people and outputs name them: relative, with forward slashes, the same on every machine. */
public final class FileNames {

    private final Path base;
    private final Disk disk;

    /** @param base the folder that names are relative to: the project's */
    public FileNames(Path base) {
        this(base, new Disk(base, base));
    }

    /**
     * Names of files, and the way to look at them.
     *
     * @param disk what a run sees of files
     */
    public FileNames(Path base, Disk disk) {
        this.base = base.toAbsolutePath().normalize();
        this.disk = disk;
    }

    public Disk disk() {
        return disk;
    }

    /** The file's name relative to the base; a file on another root keeps its name only. */
    public String of(Path file) {
        Path absolute = base.resolve(file).normalize();
        if (!base.getRoot().equals(absolute.getRoot())) {
            return String.valueOf(absolute.getFileName());
        }
        String name = slashed(base.relativize(absolute));
        return name.isEmpty() ? "." : name;
    }

    /** Whether a path without links lies below the base. */
    boolean isBelowBase(Path real) throws IOException {
        return real.startsWith(disk.real(base));
    }

    /** A relative path with forward slashes. */
    public static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
