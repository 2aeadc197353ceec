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
     * @param limits how much to read at most
     * @throws InputException if it is not readable as kubectl would read it
     */
    public static ManifestFile parse(String path, String name, byte[] bytes, Limits limits) {
        return parse(path, SourceText.decode(name, bytes, limits), limits);
    }

    /** Reads the bytes of a file within the usual limits. */
    public static ManifestFile parse(String path, String name, byte[] bytes) {
        return parse(path, name, bytes, Limits.DEFAULT);
    }

    /** Reads a text that was made here of something that was read. */
    static ManifestFile parse(String path, SourceText source) {
        return parse(path, source, Limits.LARGEST);
    }

    static ManifestFile parse(String path, SourceText source, Limits limits) {
        List<Document> documents =
                source.isJson() ? new JsonTreeReader(source, limits).read() : new YamlReader(source, limits).read();
        return new ManifestFile(path, source, documents);
    }

    /** A copy, written to another place. */
    public ManifestFile copied(String newPath, String newName) {
        return in(newPath, source.copied(newName));
    }

    /** The same file, known to be a copy. */
    public ManifestFile madeFrom(Provenance from) {
        return in(path, source.madeFrom(from));
    }

    private ManifestFile in(String newPath, SourceText text) {
        return new ManifestFile(
                newPath,
                text,
                documents.stream().map(document -> document.in(text)).toList());
    }

    public byte[] bytes() {
        return source.text().getBytes(StandardCharsets.UTF_8);
    }
}
