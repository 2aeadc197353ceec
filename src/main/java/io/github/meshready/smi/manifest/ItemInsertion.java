package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Adds items at the end of a list, in its own style, with its own indentation and line ends. */
final class ItemInsertion {

    private final SourceText source;
    private final SequenceNode list;

    ItemInsertion(SourceText source, SequenceNode list) {
        this.source = source;
        this.list = list;
    }

    /** Whether the list has an item with these texts and no others. */
    boolean has(Map<String, String> item) {
        return list.items().stream().anyMatch(node -> EditCheck.isItem(node, item));
    }

    Splice append(List<Map<String, String>> items) {
        return list.flow() ? inFlow(items) : inBlock(items);
    }

    private Splice inFlow(List<Map<String, String>> items) {
        FlowText flow = new FlowText(isJson());
        String text = String.join(", ", items.stream().map(flow::item).toList());
        if (list.items().isEmpty()) {
            return Splice.insertion(list.end() - 1, text);
        }
        return Splice.insertion(list.items().get(list.items().size() - 1).end(), ", " + text);
    }

    /** A list in flow style is JSON where the mappings in it are, or the file is. */
    private boolean isJson() {
        return source.isJson()
                || list.items().stream()
                        .flatMap(item -> item instanceof MappingNode mapping
                                ? mapping.entries().stream().limit(1)
                                : java.util.stream.Stream.empty())
                        .anyMatch((Entry entry) ->
                                source.text().charAt(entry.key().start()) == '"');
    }

    private Splice inBlock(List<Map<String, String>> items) {
        Node last = list.items().get(list.items().size() - 1);
        int column = source.column(BlockDash.of(source, last));
        int end = source.visibleEnd(last);
        int at = source.lineEnd(end);
        String newline = source.lineBreak(end);
        StringBuilder text = new StringBuilder();
        for (Map<String, String> item : items) {
            Iterator<Map.Entry<String, String>> entries = item.entrySet().iterator();
            String lead = newline + " ".repeat(column) + "- ";
            while (entries.hasNext()) {
                Map.Entry<String, String> entry = entries.next();
                text.append(lead)
                        .append(ScalarText.yaml(entry.getKey()))
                        .append(": ")
                        .append(ScalarText.yaml(entry.getValue()));
                lead = newline + " ".repeat(column + 2);
            }
        }
        return Splice.insertion(at, text.toString());
    }
}
