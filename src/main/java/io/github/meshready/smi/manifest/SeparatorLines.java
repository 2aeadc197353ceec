package io.github.meshready.smi.manifest;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The lines at which kubectl cuts a file into documents, before any parser sees it: those that start with three dashes,
 * with nothing but a comment behind them. Only a line feed starts a line there (k8s.io/apimachinery,
 * pkg/util/yaml/decoder.go YAMLReader).
 */
final class SeparatorLines {

    static final String SEPARATOR = "---";

    private final NavigableSet<Integer> offsets = new TreeSet<>();
    private final int length;
    private final String parserText;

    /** @throws InputException if something else stands on such a line, which kubectl refuses */
    SeparatorLines(SourceText source) {
        String text = source.text();
        StringBuilder blanked = null;
        boolean empty = true; // nothing read yet of the document
        for (int start = text.startsWith("\uFEFF") ? 1 : 0; start < text.length(); start = next(text, start)) {
            if (!text.startsWith(SEPARATOR, start)) {
                empty = false;
                continue;
            }
            int behind = start + SEPARATOR.length();
            int end = text.indexOf('\n', behind);
            String rest = text.substring(behind, end < 0 ? text.length() : end).strip();
            if (!rest.isEmpty() && rest.charAt(0) != '#') {
                throw new InputException(new InputProblem(
                        source.locate(behind),
                        "something stands behind --- on its line, and kubectl refuses the file",
                        "put it on a line of its own; a line ends with a line feed"));
            }
            offsets.add(start);
            boolean touches = text.startsWith("#", behind);
            if (touches && empty) {
                throw new InputException(new InputProblem(
                        source.locate(behind),
                        "a comment touches the --- above the first line of a document, and kubectl refuses the file",
                        "put a space in front of #"));
            }
            empty = !empty; // with nothing to cut off, kubectl takes the dashes for a part of the document
            if (touches) {
                blanked = blanked == null ? new StringBuilder(text) : blanked;
                blanked.setCharAt(behind, ' ');
                for (int i = behind + 1; i < text.length() && text.charAt(i) >= ' '; i++) {
                    blanked.setCharAt(i, ' ');
                }
            }
        }
        length = text.length();
        parserText = blanked == null ? text : blanked.toString();
    }

    private static int next(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end + 1;
    }

    /** Whether one of them starts at this offset. */
    boolean areAt(int offset) {
        return offsets.contains(offset);
    }

    /** Where the next of them behind an offset starts; the text's end if there is none. */
    int nextBehind(int offset) {
        Integer next = offsets.higher(offset);
        return next == null ? length : next;
    }

    /** The text, all offsets unchanged, without comments that touch the dashes, which parsers take for text. */
    String parserText() {
        return parserText;
    }
}
