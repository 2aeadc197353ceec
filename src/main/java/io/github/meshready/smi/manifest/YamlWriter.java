package io.github.meshready.smi.manifest;

import java.util.List;
import java.util.Map;

/**
 * Writes documents of our own: block style, two spaces, line feeds, and quotes around every text that some reader would
 * take for something else.
 */
public final class YamlWriter {

    /** Words that every file of ours starts with, by which it is known. */
    public static final String MARK = "Written by smi-maven-plugin";

    private final StringBuilder text = new StringBuilder();

    /** Adds a comment of one line per element; values in it are made printable. */
    public YamlWriter comment(List<String> lines) {
        for (String line : lines) {
            text.append("# ").append(Printable.text(line)).append('\n');
        }
        return this;
    }

    /**
     * Adds a document.
     *
     * @param comment lines to put above it
     * @param content maps with text keys, lists, texts, whole numbers, booleans, and {@link Node}s of other documents
     */
    public YamlWriter document(List<String> comment, Map<String, ?> content) {
        text.append("---\n");
        comment(comment);
        new BlockStyle(text).document(content);
        return this;
    }

    /** Adds documents that another writer wrote. */
    public YamlWriter documents(String written) {
        text.append(written);
        return this;
    }

    /**
     * Adds a document of another file as it stands there; only what no longer works behind other documents is not kept:
     * a byte order mark, and line ends that kubectl does not know. JSON is written out as YAML, which has other escapes.
     */
    public YamlWriter copy(Document document) {
        if (document.source().isJson()) {
            return document(List.of(), document.root().mapping().orElseThrow().flattened());
        }
        String written = document.text();
        written = withLineFeeds(written.startsWith("\uFEFF") ? written.substring(1) : written);
        text.append(written.startsWith("---") ? "" : "---\n").append(written);
        if (!written.endsWith("\n")) {
            text.append('\n');
        }
        return this;
    }

    /** To YAML a carriage return alone ends a line; to kubectl it does not. */
    private static String withLineFeeds(String written) {
        return written.indexOf('\r') < 0
                ? written
                : written.replace("\r\n", "\n").replace('\r', '\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
