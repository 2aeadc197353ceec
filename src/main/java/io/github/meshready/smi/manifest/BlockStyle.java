package io.github.meshready.smi.manifest;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes values in block style: two spaces, the dashes of a list below its key, long keys with a question mark, line feeds, and
 * double quotes where a text needs some. The form is that of SnakeYAML's emitter.
 */
final class BlockStyle {

    /** No longer key stands on one line with its value. */
    private static final int LONGEST_KEY = 127;

    private static final int STEP = 2;

    private final StringBuilder out;

    BlockStyle(StringBuilder out) {
        this.out = out;
    }

    /**
     * Writes a whole document.
     *
     * @param content maps with text keys, lists, texts, whole numbers, booleans, and {@link Node}s of other documents
     */
    void document(Map<String, ?> content) {
        if (content.isEmpty()) {
            out.append("{}");
        } else {
            entries(content, 0);
        }
        out.append('\n');
    }

    /** The entries of a map; the first one where the line stands. */
    private void entries(Map<?, ?> map, int indent) {
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        entry(entries.next(), indent);
        while (entries.hasNext()) {
            line(indent);
            entry(entries.next(), indent);
        }
    }

    private void entry(Map.Entry<?, ?> entry, int indent) {
        String key = (String) entry.getKey();
        boolean simple = !key.isEmpty() && key.length() <= LONGEST_KEY && !isOfSeveralLines(key);
        if (!simple) {
            out.append("? ");
        }
        ScalarText.append(key, out);
        if (simple) {
            out.append(':');
            behindKey(content(entry.getValue()), indent);
        } else {
            line(indent);
            out.append(':');
            behindMark(content(entry.getValue()), indent);
        }
    }

    private static boolean isOfSeveralLines(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("\n\u0085\u2028\u2029".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A value behind the colon of a key that starts at {@code indent}. */
    private void behindKey(Object value, int indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            line(indent + STEP);
            entries(map, indent + STEP);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            line(indent);
            items(list, indent);
        } else {
            small(value);
        }
    }

    /** A value behind a dash, or a colon alone, that stands at {@code indent}. */
    private void behindMark(Object value, int indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append(' ');
            entries(map, indent + STEP);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            out.append(' ');
            items(list, indent + STEP);
        } else {
            small(value);
        }
    }

    /** The items of a list; the first one where the line stands. */
    private void items(List<?> list, int indent) {
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                line(indent);
            }
            out.append('-');
            behindMark(content(list.get(i)), indent);
        }
    }

    private void small(Object value) {
        out.append(' ');
        if (value instanceof Map<?, ?>) {
            out.append("{}");
        } else if (value instanceof List<?>) {
            out.append("[]");
        } else if (value instanceof String string) {
            ScalarText.append(string, out);
        } else {
            out.append(value);
        }
    }

    private void line(int indent) {
        out.append('\n');
        for (int i = 0; i < indent; i++) {
            out.append(' ');
        }
    }

    /** What is written for a value of another document: what it holds, with aliases and merge keys written out. */
    private static Object content(Object value) {
        if (!(value instanceof Node node)) {
            return value;
        }
        Node resolved = node.resolved();
        if (resolved instanceof MappingNode mapping) {
            return mapping.flattened();
        }
        if (resolved instanceof SequenceNode sequence) {
            return sequence.items();
        }
        ScalarNode scalar = (ScalarNode) resolved;
        return scalar.type() == ScalarType.TEXT ? scalar.value() : new Spelling(scalar.value());
    }

    /** A scalar of another type than text, in the spelling that it had. */
    private record Spelling(String text) {

        @Override
        public String toString() {
            return text.isEmpty() ? "null" : text;
        }
    }
}
