package io.github.meshready.smi.manifest;

import java.util.Set;

/**
 * One document of a file.
 *
 * @param source the file's text
 * @param index 0-based position among the file's documents that are not empty
 * @param root the value
 * @param start offset of the first character that belongs to the document, its {@code ---} line included
 * @param end offset where the next document starts, or the end of the text
 * @param shared values that an alias repeats elsewhere in the document, by identity
 * @param repeatsKey whether some mapping in it has a key twice; the last one then counts, as for kubectl
 */
public record Document(
        SourceText source, int index, Node root, int start, int end, Set<Node> shared, boolean repeatsKey) {

    /** The document's own text, comments and separator line included. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** Whether another document has the same text, and so the same value. */
    boolean hasTextOf(Document other) {
        return end - start == other.end - other.start
                && source.text().regionMatches(start, other.source.text(), other.start, end - start);
    }

    Document in(SourceText renamed) {
        return new Document(renamed, index, root, start, end, shared, repeatsKey);
    }

    public Location locate(Node node) {
        return source.locate(node.start());
    }
}
