package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads documents that are written as nearly all manifests are: in block style, texts on one line or in a block of their own,
 * small collections in braces and brackets. One pass over the characters takes a tenth of the parser's time. Whatever is
 * rarer it leaves to the parser: anchors, aliases, tags, merge keys, other texts over several lines, tabs, and all that is
 * no YAML. What it reads is what the parser reads, positions included (SnakeYAML 2.7, ScannerImpl and ParserImpl).
 */
final class CommonTreeReader {

    /** What starts a value that is no key. */
    private static final String NO_KEY = "{[|>";

    private final Limits limits;
    private final CommonText text;
    private final CommonScalars scalars;

    /** Indentation of the current line, of which nothing has been read; -1 at the end. */
    private int indent;

    private boolean repeatsKey;

    /** @param source the whole file */
    CommonTreeReader(String source, Limits limits) {
        this.limits = limits;
        this.text = new CommonText(source);
        this.scalars = new CommonScalars(text);
    }

    /**
     * The document between two places; empty if the parser has to read it.
     *
     * @param separated whether its first line is a separator
     */
    Optional<DocumentTree> read(int start, int end, boolean separated) {
        if (end - start > limits.expansion() - 2) {
            return Optional.empty(); // without aliases a smaller document holds no more than the limit
        }
        text.open(start, end);
        repeatsKey = false;
        try {
            if (separated) {
                text.skip(SeparatorLines.SEPARATOR.length());
                endLine();
            }
            indent = text.nextContent();
            Node root = indent < 0 ? scalars.empty(end) : mapping(indent, scalars.key(), 0);
            if (indent >= 0) {
                throw new UncommonYaml();
            }
            return Optional.of(new DocumentTree(start, root, Set.of(), repeatsKey));
        } catch (UncommonYaml e) {
            return Optional.empty();
        }
    }

    /**
     * A value in block style.
     *
     * @param column where it starts on the line
     * @param around the column of the collection that holds it; what is indented more belongs to the value
     */
    private Node block(int column, int around, int depth) {
        if (isItem()) {
            return sequence(column, depth);
        }
        int start = text.offset();
        if (NO_KEY.indexOf(text.peek()) < 0) {
            Optional<ScalarNode> key = scalars.key();
            if (key.isPresent()) {
                return mapping(column, key, depth);
            }
            text.moveTo(start);
        }
        return inLine(around, depth);
    }

    private boolean isItem() {
        return text.peek() == '-' && CommonText.isGap(text.peek(1));
    }

    private MappingNode mapping(int column, Optional<ScalarNode> first, int depth) {
        checkDepth(depth);
        List<Entry> entries = new ArrayList<>();
        Optional<ScalarNode> key = first;
        do {
            entries.add(entry(key.orElseThrow(UncommonYaml::new), value(column, depth + 1)));
            if (indent > column) {
                throw new UncommonYaml();
            }
            key = indent == column ? scalars.key() : Optional.empty();
        } while (indent == column);
        return mapping(
                entries,
                false,
                entries.get(0).key().start(),
                entries.get(entries.size() - 1).value().end());
    }

    private static Entry entry(ScalarNode key, Node value) {
        if (!key.isKey()) {
            throw new UncommonYaml();
        }
        Entry entry = new Entry(key, value);
        if (entry.isMerge()) {
            throw new UncommonYaml();
        }
        return entry;
    }

    private MappingNode mapping(List<Entry> entries, boolean flow, int start, int end) {
        Set<String> names = new HashSet<>();
        for (Entry entry : entries) {
            repeatsKey |= !names.add(entry.name());
        }
        return new MappingNode(entries, flow, start, end);
    }

    /** What stands behind a colon. */
    private Node value(int column, int depth) {
        int behind = text.offset();
        if (!text.isLineDone()) {
            return inLine(column, depth);
        }
        text.skipLine();
        indent = text.nextContent();
        if (indent > column) {
            return block(indent, column, depth);
        }
        return indent == column && isItem() ? sequence(column, depth) : scalars.empty(behind);
    }

    private SequenceNode sequence(int column, int depth) {
        checkDepth(depth);
        int start = text.offset();
        List<Node> items = new ArrayList<>();
        do {
            text.skip(1);
            items.add(item(column, depth + 1));
            if (indent > column) {
                throw new UncommonYaml();
            }
        } while (indent == column && isItem());
        return new SequenceNode(items, false, start, items.get(items.size() - 1).end());
    }

    /** What stands behind a dash. */
    private Node item(int column, int depth) {
        int behind = text.offset();
        if (!text.isLineDone()) {
            return block(text.column(), column, depth);
        }
        text.skipLine();
        indent = text.nextContent();
        return indent > column ? block(indent, column, depth) : scalars.empty(behind);
    }

    /** A value that is no block collection, and the rest of its line. */
    private Node inLine(int around, int depth) {
        char first = text.peek();
        Node value;
        if (first == '|' || first == '>') {
            value = scalars.block(around);
        } else {
            value = first == '{' || first == '[' ? flow(depth) : scalars.inLine(false);
            endLine();
        }
        indent = text.nextContent();
        if (indent > around) {
            throw new UncommonYaml(); // the text goes on in the next line, or is no YAML
        }
        return value;
    }

    private void endLine() {
        if (!text.isLineDone()) {
            throw new UncommonYaml();
        }
        text.skipLine();
    }

    private Node flow(int depth) {
        return switch (text.peek()) {
            case '{' -> flowMapping(depth);
            case '[' -> flowSequence(depth);
            default -> scalars.inLine(true);
        };
    }

    private MappingNode flowMapping(int depth) {
        checkDepth(depth);
        int start = text.offset();
        List<Entry> entries = new ArrayList<>();
        text.skip(1);
        text.skipFlowGap();
        while (text.peek() != '}') {
            ScalarNode key = scalars.flowKey();
            int behind = text.offset();
            text.skipFlowGap();
            boolean empty = text.peek() == ',' || text.peek() == '}';
            entries.add(entry(key, empty ? scalars.empty(behind) : flow(depth + 1)));
            nextPart('}');
        }
        text.skip(1);
        return mapping(entries, true, start, text.offset());
    }

    private SequenceNode flowSequence(int depth) {
        checkDepth(depth);
        int start = text.offset();
        List<Node> items = new ArrayList<>();
        text.skip(1);
        text.skipFlowGap();
        while (text.peek() != ']') {
            items.add(flow(depth + 1));
            nextPart(']');
        }
        text.skip(1);
        return new SequenceNode(items, true, start, text.offset());
    }

    /** Goes to what follows a part of a collection in braces or brackets: another part, or the end. */
    private void nextPart(char closing) {
        text.skipFlowGap();
        if (text.peek() == ',') {
            text.skip(1);
            text.skipFlowGap();
        } else if (text.peek() != closing) {
            throw new UncommonYaml();
        }
    }

    /** The values of a collection are one level below it. */
    private void checkDepth(int depth) {
        if (depth >= limits.depth()) {
            throw new UncommonYaml();
        }
    }
}
