package io.github.meshready.smi.manifest;

import java.util.List;

/**
 * Sets one text in a document. Mappings on the way that are missing are created; everything else keeps its bytes.
 *
 * @param document index of the document in its file
 * @param path keys ({@link String}) and list positions ({@link Integer}) from the document's root, the key to set last
 * @param value the text to set
 * @param after keys of the mapping that gets a new entry: it goes behind the first of them that is there; with none of
 *     them there, it goes to the top
 */
public record Edit(int document, List<Object> path, String value, List<String> after) {

    public Edit {
        path = List.copyOf(path);
        after = List.copyOf(after);
    }
}
