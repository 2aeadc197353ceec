package io.github.meshready.smi.manifest;

import java.util.List;
import java.util.Map;

/**
 * One change of a document; everything else keeps its bytes. Where the document is as wanted already, nothing changes.
 */
public sealed interface Edit {

    /** Index of the document in its file. */
    int document();

    /** Keys ({@link String}) and list positions ({@link Integer}) from the document's root. */
    List<Object> path();

    /**
     * Sets one text. Mappings on the way that are missing are created.
     *
     * @param document see {@link Edit#document()}
     * @param path the key or list position to set last
     * @param value the text to set
     * @param after keys of the mapping that gets a new entry: it goes behind the first of them that is there; with none
     *     of them there, it goes to the top
     */
    record SetText(int document, List<Object> path, String value, List<String> after) implements Edit {

        public SetText {
            path = List.copyOf(path);
            after = List.copyOf(after);
        }
    }

    /**
     * Takes a key with its value, or a list item, out.
     *
     * @param document see {@link Edit#document()}
     * @param path the key or list position to take out last
     */
    record Remove(int document, List<Object> path) implements Edit {

        public Remove {
            path = List.copyOf(path);
        }
    }

    /**
     * Adds an item at the end of a list, which is created if it is missing.
     *
     * @param document see {@link Edit#document()}
     * @param path the list
     * @param item the keys of the item with their texts, in order
     */
    record AddItem(int document, List<Object> path, Map<String, String> item) implements Edit {

        public AddItem {
            path = List.copyOf(path);
        }
    }
}
