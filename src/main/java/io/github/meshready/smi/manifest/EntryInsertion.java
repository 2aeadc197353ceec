package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.List;
import java.util.Optional;

/** Finds the place and the form for a new entry of a mapping: the file's own indentation, line ends and style. */
final class EntryInsertion {

    private static final int DEFAULT_STEP = 2;

    private final SourceText source;
    private final MappingNode mapping;
    private final Optional<ScalarNode> parentKey;

    EntryInsertion(SourceText source, MappingNode mapping, Optional<ScalarNode> parentKey) {
        this.source = source;
        this.mapping = mapping;
        this.parentKey = parentKey;
    }

    Splice insert(String key, EditTree wanted) {
        Optional<Entry> neighbour = lastMerge(key).or(() -> neighbour(wanted.after()));
        return mapping.flow() ? insertFlow(key, wanted, neighbour) : insertBlock(key, wanted, neighbour);
    }

    /** The entry to stand behind: the first of the named ones that is there. */
    private Optional<Entry> neighbour(List<String> names) {
        return names.stream().flatMap(name -> mapping.own(name).stream()).findFirst();
    }

    /** The last merge key, if it or another one brings this key: it would replace what stands above it. */
    private Optional<Entry> lastMerge(String key) {
        return mapping.isMerged(key)
                ? mapping.entries().stream().filter(Entry::isMerge).reduce((one, later) -> later)
                : Optional.empty();
    }

    // Block style: a line of its own, below the neighbour's line or below the line of the parent's key.

    private Splice insertBlock(String key, EditTree wanted, Optional<Entry> neighbour) {
        Entry first = mapping.entries().get(0);
        int column = column(first.key().start());
        Optional<Integer> above = neighbour
                .filter(entry -> endsItsLine(entry.value()))
                .map(entry -> entry.value().end())
                .or(() -> lineOfParent(first))
                .or(() -> Optional.of(first)
                        .filter(entry -> endsItsLine(entry.value()))
                        .map(entry -> entry.value().end()));
        String newline = source.lineBreak(above.orElse(first.key().start()));
        String entry = block(key, wanted, column, newline);
        if (above.isPresent()) {
            return Splice.insertion(source.lineEnd(above.get()), newline + " ".repeat(column) + entry);
        }
        return Splice.insertion(first.key().start(), entry + newline + " ".repeat(column));
    }

    /** The parent's key, if this mapping starts on a line below it. */
    private Optional<Integer> lineOfParent(Entry first) {
        return parentKey
                .map(ScalarNode::end)
                .filter(end ->
                        source.lineStart(end) < source.lineStart(first.key().start()));
    }

    /** Whether the value stands on one line with nothing but a comment behind it. */
    private boolean endsItsLine(Node value) {
        boolean single = value instanceof ScalarNode
                || value instanceof AliasNode
                || value instanceof MappingNode inner && inner.flow();
        if (!single || source.lineStart(value.start()) != source.lineStart(value.end())) {
            return false;
        }
        String rest = source.text()
                .substring(value.end(), source.lineEnd(value.end()))
                .strip();
        return rest.isEmpty() || rest.startsWith("#");
    }

    private int column(int offset) {
        return source.column(offset);
    }

    private int step(int column) {
        int parent = parentKey.map(key -> column(key.start())).orElse(-1);
        return parent >= 0 && column > parent ? column - parent : DEFAULT_STEP;
    }

    private String block(String key, EditTree wanted, int column, String newline) {
        if (wanted.text().isPresent() || !wanted.items().isEmpty()) {
            return new FlowText(false).entry(key, wanted);
        }
        int inner = column + step(column);
        StringBuilder text = new StringBuilder(ScalarText.yaml(key)).append(':');
        wanted.children().forEach((name, child) -> {
            if (child.isCreating()) {
                text.append(newline).append(" ".repeat(inner)).append(block((String) name, child, inner, newline));
            }
        });
        return text.toString();
    }

    // Flow style and JSON: behind the neighbour, on a line of its own where the neighbour has one.

    private Splice insertFlow(String key, EditTree wanted, Optional<Entry> neighbour) {
        if (mapping.entries().isEmpty()) {
            int brace = source.text().indexOf('{', mapping.start());
            return Splice.insertion(brace + 1, new FlowText(source.isJson()).entry(key, wanted));
        }
        Entry last = mapping.entries().get(mapping.entries().size() - 1);
        Entry before = neighbour.orElse(last);
        boolean json = source.text().charAt(before.key().start()) == '"';
        String separator = "," + whiteSpaceBefore(before.key().start());
        return Splice.insertion(before.value().end(), separator + new FlowText(json).entry(key, wanted));
    }

    /** What sets the key apart from what stands before it: a line break with indentation, or one space. */
    private String whiteSpaceBefore(int offset) {
        int lineStart = source.lineStart(offset);
        String lead = source.text().substring(lineStart, offset);
        return lead.isBlank() && lineStart > 0 ? source.lineBreak(lineStart - 1) + lead : " ";
    }
}
