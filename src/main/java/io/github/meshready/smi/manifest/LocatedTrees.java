package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads YAML and JSON of other tools, such as OpenAPI documents, into located trees: with the readers of manifests, and within the
 * same limits. Only a line of JSON may be as long as the file, because tools write all of it on one.
 */
public final class LocatedTrees {

    private LocatedTrees() {}

    /**
     * The documents of a file that are not empty.
     *
     * @param name the file as people know it
     * @param file a regular file
     * @param disk reads it
     * @throws InputException if it is too large, no text, or neither YAML nor JSON
     * @throws UncheckedIOException if the file system fails
     */
    public static List<Document> read(String name, Path file, Limits limits, Disk disk) {
        try {
            long size = disk.size(file);
            if (size > limits.fileSize()) {
                throw TextDecoder.tooLarge(name, size, limits.fileSize());
            }
            return read(name, disk.read(file), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents in the bytes of a file. */
    static List<Document> read(String name, byte[] bytes, Limits limits) {
        SourceText source = new TextDecoder(name, limits.fileSize(), limits.fileSize()).decode(bytes);
        return ManifestFile.parse(name, source, limits).documents();
    }
}
