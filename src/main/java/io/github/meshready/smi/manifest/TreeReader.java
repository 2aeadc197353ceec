package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Builds the located tree of each document of a part of a file from the parser's events. Anchors, merge keys and duplicate keys are
 * settled here, because no Java reader settles them as kubectl does.
 */
final class TreeReader {

    /** Every look for a key goes through all of them; applications merge a handful. */
    private static final int MAX_MERGED = 1_000;

    private final SourceText source;
    private final Limits limits;
    private final SeparatorLines separators;
    private final EventStream events;
    private final ScalarReader scalars;

    private final Map<String, Node> anchors = new HashMap<>();
    private ExpandedSize.Sizes sizes = new ExpandedSize.Sizes();
    private Set<Node> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean repeatsKey;
    private int documentStart;

    /**
     * A reader of a part of a file.
     *
     * @param start where the part starts: at the file's start, or at a line that separates documents
     * @param end where it ends: in front of such a line, or at the file's end
     */
    TreeReader(SourceText source, SeparatorLines separators, int start, int end, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.separators = separators;
        this.events = new EventStream(source, separators.parserText().substring(start, end), start);
        this.scalars = new ScalarReader(source);
    }

    /**
     * The documents of the part, empty ones as well.
     *
     * @param first whether the first of them is the file's first, which needs no separator
     * @throws InputException at the first thing that is no YAML, or that kubectl would read differently
     */
    List<DocumentTree> read(boolean first) {
        List<DocumentTree> documents = new ArrayList<>();
        events.next(Event.ID.StreamStart);
        while (events.nextIs(Event.ID.DocumentStart)) {
            documents.add(readDocument(first && documents.isEmpty()));
        }
        return documents;
    }

    private DocumentTree readDocument(boolean isFirst) {
        DocumentStartEvent opening = (DocumentStartEvent) events.next(Event.ID.DocumentStart);
        documentStart = opening.getExplicit()
                ? events.offset(opening.getEndMark()) - SeparatorLines.SEPARATOR.length()
                : events.offset(opening.getStartMark());
        checkOpening(opening, isFirst);
        anchors.clear();
        sizes = new ExpandedSize.Sizes();
        shared = Collections.newSetFromMap(new IdentityHashMap<>());
        repeatsKey = false;
        Node root = readNode(0);
        events.next(Event.ID.DocumentEnd);
        return new DocumentTree(documentStart, root, shared, repeatsKey);
    }

    /** What cuts documents apart for the parser must do so for kubectl, which else reads only the first of them. */
    private void checkOpening(DocumentStartEvent opening, boolean isFirst) {
        boolean hasTags = opening.getTags() != null && !opening.getTags().isEmpty();
        if (hasTags || opening.getVersion() != null) {
            throw problem(
                    events.offset(opening.getStartMark()),
                    "a YAML directive stands above ---, and kubectl refuses the file",
                    "remove the directive");
        }
        boolean isSeparated = opening.getExplicit() ? separators.areAt(documentStart) : isFirst;
        if (!isSeparated) {
            throw problem(
                    documentStart,
                    "a document starts here, and kubectl reads only those behind a line --- that follows a line feed",
                    "put --- on a line of its own in front of it; end lines with line feeds");
        }
    }

    private Node readNode(int depth) {
        Event event = events.next();
        int start = events.offset(event.getStartMark());
        if (depth > limits.depth()) {
            throw new InputException(tooDeep(source.locate(start), limits));
        }
        if (event instanceof AliasEvent alias) {
            return repeat(alias, start, depth);
        }
        Node node;
        if (event instanceof ScalarEvent scalar) {
            node = scalars.read(scalar, start, events.offset(scalar.getEndMark()));
        } else {
            CollectionStartEvent opening = (CollectionStartEvent) event;
            scalars.checkTag(opening.getTag(), start);
            node = opening instanceof MappingStartEvent
                    ? readMapping(start, opening.isFlow(), depth)
                    : readSequence(start, opening.isFlow(), depth);
        }
        checkSize(node, sizes.add(node), depth);
        rememberAnchor(((NodeEvent) event).getAnchor(), node);
        return node;
    }

    static InputProblem tooDeep(Location place, Limits limits) {
        return new InputProblem(
                place,
                "nested more than " + limits.depth() + " levels deep",
                "flatten the document, or raise smi.maxDepth");
    }

    private MappingNode readMapping(int start, boolean flow, int depth) {
        List<Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (!events.nextIs(Event.ID.MappingEnd)) {
            ScalarNode key = readKey(depth);
            Entry entry = new Entry(key, readNode(depth + 1));
            repeatsKey |= !keys.add(entry.name());
            if (entry.isMerge()) {
                checkMerge(entry);
            }
            entries.add(entry);
        }
        int closing = events.offset(events.next(Event.ID.MappingEnd).getEndMark());
        int end = flow || entries.isEmpty()
                ? closing
                : entries.get(entries.size() - 1).value().end();
        return new MappingNode(entries, flow, start, end);
    }

    private ScalarNode readKey(int depth) {
        Node key = readNode(depth + 1);
        if (key.resolved() instanceof ScalarNode scalar && scalar.isKey()) {
            return key == scalar ? scalar : new ScalarNode(scalar.value(), false, "", key.start(), key.end());
        }
        if (source.text().startsWith("{{", key.start() - 1)) {
            throw new InputException(SyntaxAdvice.templateProblem(source.locate(key.start() - 1)));
        }
        throw problem(key.start(), key.described() + " is used as a key", "use a text as the key");
    }

    private void checkMerge(Entry entry) {
        Node value = entry.value().resolved();
        boolean mergeable = value instanceof MappingNode
                || value instanceof SequenceNode list
                        && list.items().stream().allMatch(item -> item.resolved() instanceof MappingNode);
        if (!mergeable) {
            throw problem(
                    entry.key().start(),
                    "the merge key << needs a mapping or a list of mappings, not " + value.described(),
                    "merge mappings only");
        }
    }

    private SequenceNode readSequence(int start, boolean flow, int depth) {
        List<Node> items = new ArrayList<>();
        while (!events.nextIs(Event.ID.SequenceEnd)) {
            items.add(readNode(depth + 1));
        }
        int closing = events.offset(events.next(Event.ID.SequenceEnd).getEndMark());
        int end =
                flow || items.isEmpty() ? closing : items.get(items.size() - 1).end();
        return new SequenceNode(items, flow, start, end);
    }

    private AliasNode repeat(AliasEvent alias, int start, int depth) {
        Node target = anchors.get(alias.getAnchor());
        if (target == null) {
            throw problem(
                    start,
                    "alias *" + Printable.text(alias.getAnchor())
                            + " has no anchor in front of it in this document, or stands inside it",
                    "anchor a value with &" + Printable.text(alias.getAnchor()) + " first");
        }
        shared.add(target);
        AliasNode node = new AliasNode(alias.getAnchor(), target, start, events.offset(alias.getEndMark()));
        checkSize(node, sizes.add(node), depth);
        return node;
    }

    private void checkSize(Node node, ExpandedSize size, int depth) {
        if (depth + size.depth() > limits.depth()) {
            throw new InputException(tooDeep(source.locate(node.start()), limits));
        }
        if (node instanceof MappingNode && size.merged() > MAX_MERGED) {
            throw problem(
                    node.start(),
                    "merge keys bring more than " + MAX_MERGED + " mappings into this value",
                    "write the merged values out");
        }
        if (size.characters() > (long) limits.expansion() + (node.end() - documentStart)) {
            throw problem(
                    node.start(),
                    "aliases blow this value up by more than " + limits.expansion() + " characters",
                    "write the repeated values out, repeat fewer of them, or raise smi.maxExpansion");
        }
    }

    private void rememberAnchor(String anchor, Node node) {
        if (anchor != null) {
            anchors.put(anchor, node);
        }
    }

    private InputException problem(int offset, String message, String fix) {
        return new InputException(new InputProblem(source.locate(offset), message, fix));
    }
}
