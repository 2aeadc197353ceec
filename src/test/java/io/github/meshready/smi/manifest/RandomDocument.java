package io.github.meshready.smi.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A document of random shape and style: block and flow mixed, comments, blank lines, quotes, blocks of text, anchors. */
final class RandomDocument {

    private static final String[] PLAIN = {
        "x", "'it''s'", "\"q # q\"", "8080", "~", "a b", "yes", "\"\\u00e9\"", "\uD83D\uDE80"
    };

    /** A key of the root that is always there. */
    static final String LAST = "z";

    private final Random random;
    private final String step;
    private final String newline;
    private final List<String> anchors = new ArrayList<>();
    private final List<String> mappings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    RandomDocument(long seed) {
        this.random = new Random(seed);
        this.step = " ".repeat(1 + random.nextInt(4));
        this.newline = random.nextInt(4) == 0 ? "\r\n" : "\n";
        if (random.nextInt(5) == 0) {
            text.append(flow(0, true)).append(newline);
        } else {
            mapping("", 0);
            text.append(LAST).append(": end").append(newline);
        }
        if (random.nextInt(4) == 0) {
            text.setLength(text.length() - newline.length());
        }
    }

    String text() {
        return text.toString();
    }

    private void mapping(String indent, int depth) {
        // On top, where all readers let the other entries win.
        if (depth > 0 && !mappings.isEmpty() && random.nextInt(6) == 0) {
            text.append(indent).append("<<: *").append(pick(mappings)).append(newline);
        }
        int entries = 1 + random.nextInt(4);
        for (int i = 0; i < entries; i++) {
            noise(indent);
            text.append(indent);
            entry("k" + i, indent, depth);
        }
    }

    private void entry(String key, String indent, int depth) {
        text.append(random.nextInt(8) == 0 ? "\"" + key + "\"" : key).append(random.nextInt(9) == 0 ? " :" : ":");
        value(indent, depth);
    }

    /** What stands behind a colon, to the end of its last line. */
    private void value(String indent, int depth) {
        String name = "a" + text.length();
        boolean anchored = random.nextInt(6) == 0;
        String anchor = anchored ? " &" + name : "";
        switch (depth > 3 ? 5 : random.nextInt(8)) {
            case 0, 1 -> {
                text.append(anchor).append(comment()).append(newline);
                mapping(indent + step, depth + 1);
                remember(anchored, name, true);
            }
            case 2 -> {
                text.append(anchor).append(comment()).append(newline);
                list(indent + (random.nextBoolean() || !anchor.isEmpty() ? step : ""), depth + 1);
                remember(anchored, name, false);
            }
            case 3 ->
                text.append(anchor)
                        .append(random.nextBoolean() ? " |" : " >-")
                        .append(newline)
                        .append(indent)
                        .append(step)
                        .append("- not: a list # nor a comment")
                        .append(newline);
            case 4 -> {
                text.append(anchor)
                        .append(' ')
                        .append(flow(depth, false))
                        .append(comment())
                        .append(newline);
                remember(anchored, name, false);
            }
            default -> {
                if (!anchors.isEmpty() && random.nextInt(4) == 0) {
                    text.append(" *").append(pick(anchors));
                } else {
                    text.append(anchor).append(' ').append(PLAIN[random.nextInt(PLAIN.length)]);
                    remember(anchored, name, false);
                }
                text.append(comment()).append(newline);
            }
        }
    }

    private void remember(boolean anchored, String name, boolean isMapping) {
        if (anchored) {
            anchors.add(name);
            if (isMapping) {
                mappings.add(name);
            }
        }
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private void list(String indent, int depth) {
        int items = 1 + random.nextInt(3);
        for (int i = 0; i < items; i++) {
            noise(indent);
            text.append(indent).append('-');
            switch (random.nextInt(4)) {
                case 0 -> {
                    text.append(' ');
                    entry("k0", indent + "  ", depth);
                    if (random.nextBoolean()) {
                        noise(indent + "  ");
                        text.append(indent).append("  ");
                        entry("k1", indent + "  ", depth);
                    }
                }
                case 1 -> {
                    text.append(" # above").append(newline);
                    mapping(indent + "  ", depth + 1);
                }
                case 2 ->
                    text.append(' ')
                            .append(flow(depth, false))
                            .append(comment())
                            .append(newline);
                default ->
                    text.append(' ')
                            .append(PLAIN[random.nextInt(PLAIN.length)])
                            .append(comment())
                            .append(newline);
            }
        }
    }

    /** On one line, or as pretty JSON. */
    private String flow(int depth, boolean root) {
        boolean json = root;
        List<String> parts = new ArrayList<>();
        boolean mapping = root || random.nextBoolean();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String value = depth < 3 && random.nextInt(3) == 0
                    ? root ? "[1, {\"k\": \"v\"}]" : flow(depth + 1, false)
                    : json ? "\"v" + i + "\"" : random.nextBoolean() ? "v" + i : "\"v, " + i + "\"";
            parts.add(mapping ? (json ? "\"k" + i + "\": " : "k" + i + ": ") + value : value);
        }
        if (root) {
            parts.add("\"" + LAST + "\": true");
        }
        String separator = root ? "," + newline + step : random.nextBoolean() ? ", " : ",";
        String open = root ? newline + step : "";
        String close = root ? newline : random.nextInt(6) == 0 && !parts.isEmpty() ? "," : "";
        return (mapping ? "{" : "[") + open + String.join(separator, parts) + close + (mapping ? "}" : "]");
    }

    private void noise(String indent) {
        if (random.nextInt(4) == 0) {
            text.append(random.nextBoolean() ? newline : indent + "# k9: comment" + newline);
        }
    }

    private String comment() {
        return random.nextInt(4) == 0 ? "   # note: x" : "";
    }
}
