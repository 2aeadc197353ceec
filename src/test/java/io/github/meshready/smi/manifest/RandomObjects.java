package io.github.meshready.smi.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Block-style documents of random shape: indentation, comments, blank lines, quotes, nesting, compact lists. */
final class RandomObjects {

    private static final String[] SCALARS = {
        "x", "'it''s'", "\"q # q\"", "8080", "~", "a b", "yes", "\"\\u00e9\"", "{a: 1}", "[b, c]"
    };

    private final Random random;
    private final String step;
    private final List<Edit> edits = new ArrayList<>();
    private final String document;

    RandomObjects(long seed) {
        this.random = new Random(seed);
        this.step = " ".repeat(1 + random.nextInt(4));
        StringBuilder text = new StringBuilder();
        mapping(text, "", List.of(), 0);
        this.document = text.toString();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    String document() {
        return document;
    }

    List<Edit> edits() {
        return edits;
    }

    private void mapping(StringBuilder text, String indent, List<Object> path, int depth) {
        int entries = 1 + random.nextInt(4);
        for (int i = 0; i < entries; i++) {
            noise(text, indent);
            text.append(i == 0 && text.length() > 0 && text.charAt(text.length() - 1) == ' ' ? "" : indent);
            entry(text, indent, join(path, "k" + i), "k" + i, depth);
        }
        if (random.nextInt(3) == 0) {
            edits.add(new Edit.SetText(0, join(path, "added"), "v" + edits.size(), List.of("k" + random.nextInt(4))));
        }
    }

    private void entry(StringBuilder text, String indent, List<Object> path, String key, int depth) {
        text.append(key).append(':');
        int kind = depth > 3 ? 0 : random.nextInt(4);
        if (kind == 1) {
            text.append(comment()).append('\n');
            mapping(text, indent + step, path, depth + 1);
        } else if (kind == 2) {
            text.append(comment()).append('\n');
            list(text, indent + (random.nextBoolean() ? step : ""), path, depth + 1);
        } else if (kind == 3) {
            text.append(" |\n").append(indent).append(step).append("- not: a list\n");
        } else {
            text.append(' ')
                    .append(SCALARS[random.nextInt(SCALARS.length)])
                    .append(comment())
                    .append('\n');
        }
    }

    private void list(StringBuilder text, String indent, List<Object> path, int depth) {
        int items = 1 + random.nextInt(3);
        for (int i = 0; i < items; i++) {
            text.append(indent).append("- ");
            mappingInList(text, indent + "  ", join(path, i), depth);
        }
    }

    private void mappingInList(StringBuilder text, String indent, List<Object> path, int depth) {
        entry(text, indent, join(path, "k0"), "k0", depth);
        if (random.nextBoolean()) {
            noise(text, indent);
            text.append(indent);
            entry(text, indent, join(path, "k1"), "k1", depth);
        }
        if (random.nextInt(3) == 0) {
            edits.add(new Edit.SetText(0, join(path, "added"), "v" + edits.size(), List.of("k1")));
        }
    }

    private void noise(StringBuilder text, String indent) {
        boolean atLineStart = text.length() == 0 || text.charAt(text.length() - 1) == '\n';
        if (atLineStart && random.nextInt(4) == 0) {
            text.append(random.nextBoolean() ? "\n" : indent + "# k9: comment\n");
        }
    }

    private String comment() {
        return random.nextInt(4) == 0 ? "   # note: x" : "";
    }

    private static List<Object> join(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
