package io.github.meshready.smi.manifest;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file of manifests, read or written.
 *
 * @param path where it belongs below its folder, with forward slashes
 * @param source its text, named as people know it
 * @param documents its documents that are not empty
 */
public record ManifestFile(String path, SourceText source, List<Document> documents) {

    public ManifestFile {
        documents = List.copyOf(documents);
    }

    /**
     * Reads a file's bytes.
     *
     * @param path where it belongs below its folder
     * @param name what people know it by
     * @throws InputException if it is not readable as kubectl would read it
     */
    public static ManifestFile parse(String path, String name, byte[] bytes) {
        return parse(path, new TextDecoder(name).decode(bytes));
    }

    static ManifestFile parse(String path, SourceText source) {
        return new ManifestFile(path, source, new TreeReader(source).read());
    }

    /** The same file, to be written to another place and known by another name. */
    public ManifestFile renamed(String newPath, String newName) {
        SourceText renamed = source.renamed(newName);
        return new ManifestFile(
                newPath,
                renamed,
                documents.stream().map(document -> document.in(renamed)).toList());
    }

    public byte[] bytes() {
        return source.text().getBytes(StandardCharsets.UTF_8);
    }
}
