package io.github.meshready.smi.manifest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * Reads documents that are written as nearly all manifests are: in block style, texts on one line or in a block of their own,
 * small collections in braces and brackets. One pass over the characters takes a tenth of the parser's time. Whatever is
 * rarer it leaves to the parser: anchors, aliases, tags, merge keys, other texts over several lines, tabs, and all that is
 * no YAML. What it reads is what the parser reads, positions included (SnakeYAML 2.7, ScannerImpl and ParserImpl).
 *
 * <p>Goes from line to line with the open collections on a stack: a run of a goal is short, and methods that call each other in
 * circles keep the compiler busy for longer than a loop does.
 */
final class CommonTreeReader {

    /** What starts a value that is no key. */
    private static final String NO_KEY = "{[|>";

    private final Limits limits;
    private final CommonText text;
    private final CommonScalars scalars;
    private final Deque<OpenCollection> open = new ArrayDeque<>();
    private CommonMappings mappings;

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
        open.clear();
        mappings = new CommonMappings();
        try {
            if (separated) {
                text.skip(SeparatorLines.SEPARATOR.length());
                text.endLine();
            }
            int indent = text.nextContent();
            Node root = indent < 0 ? scalars.empty(end) : root(indent);
            return Optional.of(new DocumentTree(start, root, Set.of(), mappings.repeatKey()));
        } catch (UncommonYaml e) {
            return Optional.empty();
        }
    }

    private Node root(int column) {
        OpenCollection root = open(false, column);
        int indent = column;
        while (indent >= 0) {
            closeBehind(indent);
            boolean more = isNested(indent) ? readNested() : readPart(continued(indent));
            while (more) {
                more = readNested();
            }
            indent = text.nextContent();
        }
        while (open.peek() != root) {
            close();
        }
        return root.node(mappings, scalars);
    }

    /** Opens a collection that starts where the text is. */
    private OpenCollection open(boolean sequence, int column) {
        if (open.size() >= limits.depth()) {
            throw new UncommonYaml(); // its values are one level below it
        }
        OpenCollection opened = new OpenCollection(sequence, column, text.offset());
        open.push(opened);
        return opened;
    }

    private void close() {
        Node node = open.pop().node(mappings, scalars);
        open.peek().add(node);
    }

    /** Ends the collections that are indented more than a line. */
    private void closeBehind(int indent) {
        while (open.peek().column() > indent) {
            if (open.size() == 1) {
                throw new UncommonYaml();
            }
            close();
        }
    }

    /** Whether a line starts the value that the innermost collection waits for. */
    private boolean isNested(int indent) {
        OpenCollection top = open.peek();
        boolean besideKey = indent == top.column() && !top.isSequence() && isItem();
        return top.isWaiting() && (indent > top.column() || besideKey);
    }

    /** The collection that goes on with a line. */
    private OpenCollection continued(int indent) {
        OpenCollection top = open.peek();
        if (top.isSequence() && indent == top.column() && !isItem()) {
            close(); // it stood as far left as the key that it belongs to
            top = open.peek();
        }
        boolean fits = indent == top.column() && top.isSequence() == isItem();
        if (!fits) {
            throw new UncommonYaml(); // a text that goes on, or no YAML
        }
        top.endWaiting(scalars);
        return top;
    }

    private boolean isItem() {
        return text.peek() == '-' && CommonText.isGap(text.peek(1));
    }

    /** Reads an item or entry as far as its line; says whether another value starts on it. */
    private boolean readPart(OpenCollection collection) {
        return collection.isSequence()
                ? readItem(collection)
                : readEntry(collection, scalars.key().orElseThrow(UncommonYaml::new));
    }

    /** Reads a value that stands behind a dash or below a key, as far as its line; says whether another starts on it. */
    private boolean readNested() {
        int start = text.offset();
        int column = text.column();
        if (isItem()) {
            return readItem(open(true, column));
        }
        Optional<ScalarNode> key = NO_KEY.indexOf(text.peek()) < 0 ? scalars.key() : Optional.empty();
        int behind = text.offset();
        text.moveTo(start);
        if (key.isEmpty()) {
            OpenCollection around = open.peek();
            around.add(inLine(around.column()));
            return false;
        }
        OpenCollection mapping = open(false, column);
        text.moveTo(behind);
        return readEntry(mapping, key.get());
    }

    private boolean readItem(OpenCollection sequence) {
        text.skip(1);
        sequence.awaitItem(text.offset());
        if (text.isLineDone()) {
            text.skipLine();
            return false;
        }
        return true;
    }

    private boolean readEntry(OpenCollection mapping, ScalarNode key) {
        mapping.awaitValue(key, text.offset());
        if (text.isLineDone()) {
            text.skipLine();
        } else {
            mapping.add(inLine(mapping.column()));
        }
        return false;
    }

    /**
     * A value that is no block collection, and the rest of its line.
     *
     * @param around the column of the collection that holds it
     */
    private Node inLine(int around) {
        char first = text.peek();
        if (first == '|' || first == '>') {
            return scalars.block(around);
        }
        boolean flow = first == '{' || first == '[';
        Node value = flow
                ? new CommonFlow(text, scalars, mappings, limits.depth()).read(open.size())
                : scalars.inLine(false);
        text.endLine();
        return value;
    }
}
