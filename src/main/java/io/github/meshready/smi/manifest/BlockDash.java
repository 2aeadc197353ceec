package io.github.meshready.smi.manifest;

/** Finds the dash in front of a list item, which may stand on a line above it, with a comment behind it. */
final class BlockDash {

    private BlockDash() {}

    /** Offset of the dash of an item of a block list. */
    static int of(SourceText source, Node item) {
        int lineStart = source.lineStart(item.start());
        int dash = lastDash(source.text().substring(lineStart, item.start()));
        while (dash < 0 && lineStart > 0) {
            int end = lineStart - 1;
            lineStart = source.lineStart(end);
            String line = source.text().substring(lineStart, end);
            int comment = line.indexOf('#');
            dash = lastDash(comment < 0 ? line : line.substring(0, comment));
        }
        if (dash < 0) {
            throw new IllegalStateException(source.locate(item.start()) + ": no dash in front of the item");
        }
        return lineStart + dash;
    }

    private static int lastDash(String lead) {
        return lead.stripTrailing().endsWith("-") ? lead.lastIndexOf('-') : -1;
    }
}
