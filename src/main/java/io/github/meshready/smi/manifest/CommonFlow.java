package io.github.meshready.smi.manifest;

import io.github.meshready.smi.manifest.MappingNode.Entry;
import java.util.ArrayList;
import java.util.List;

/** Reads the collections in braces and brackets of {@link CommonTreeReader}. */
final class CommonFlow {

    private final CommonText text;
    private final CommonScalars scalars;
    private final CommonMappings mappings;
    private final int mostLevels;

    /** @param mostLevels how many levels of values there may be below the document's */
    CommonFlow(CommonText text, CommonScalars scalars, CommonMappings mappings, int mostLevels) {
        this.text = text;
        this.scalars = scalars;
        this.mappings = mappings;
        this.mostLevels = mostLevels;
    }

    /** @param level how many collections are around the value */
    Node read(int level) {
        char first = text.peek();
        if (first != '{' && first != '[') {
            return scalars.inLine(true);
        }
        if (level >= mostLevels) {
            throw new UncommonYaml();
        }
        return first == '{' ? mapping(level) : sequence(level);
    }

    private MappingNode mapping(int level) {
        int start = text.offset();
        List<Entry> entries = new ArrayList<>();
        text.skip(1);
        text.skipFlowGap();
        while (text.peek() != '}') {
            ScalarNode key = scalars.flowKey();
            int behind = text.offset();
            text.skipFlowGap();
            boolean empty = text.peek() == ',' || text.peek() == '}';
            entries.add(CommonMappings.entry(key, empty ? scalars.empty(behind) : read(level + 1)));
            nextPart('}');
        }
        text.skip(1);
        return mappings.of(entries, true, start, text.offset());
    }

    private SequenceNode sequence(int level) {
        int start = text.offset();
        List<Node> items = new ArrayList<>();
        text.skip(1);
        text.skipFlowGap();
        while (text.peek() != ']') {
            items.add(read(level + 1));
            nextPart(']');
        }
        text.skip(1);
        return new SequenceNode(items, true, start, text.offset());
    }

    /** Goes to what follows a part: another part, or the end. */
    private void nextPart(char closing) {
        text.skipFlowGap();
        if (text.peek() == ',') {
            text.skip(1);
            text.skipFlowGap();
        } else if (text.peek() != closing) {
            throw new UncommonYaml();
        }
    }
}
