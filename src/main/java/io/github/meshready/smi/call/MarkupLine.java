package io.github.meshready.smi.call;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Lines with tags, as in XML and in configuration that borrows its blocks: {@code <host>db</host>}, {@code <match **>}. */
final class MarkupLine {

    static final char TAG = '<';

    private static final Pattern PIECE = Pattern.compile("<(/?)([A-Za-z][\\w.:-]*)([^<>]*)>([^<]*)");

    private final BlockText blocks;
    private String property = "";

    MarkupLine(BlockText blocks) {
        this.blocks = blocks;
    }

    /** Reads a line that begins with a tag; false if it does not. */
    boolean read(String line) {
        Matcher matcher = PIECE.matcher(line);
        if (!line.startsWith("<") || !matcher.lookingAt()) {
            return false;
        }
        for (int at = 0; at < line.length() && matcher.find(at); ) {
            String closing = "</" + matcher.group(2) + ">";
            boolean closed = line.startsWith(closing, matcher.end());
            at = matcher.end() + (closed ? closing.length() : 0);
            tag(matcher, closed);
        }
        return true;
    }

    private void tag(Matcher matcher, boolean closed) {
        String name = matcher.group(2);
        String attributes = matcher.group(3).strip();
        String text = matcher.group(4).strip();
        if (!matcher.group(1).isEmpty()) {
            blocks.close(TAG);
            return;
        }
        boolean alone = attributes.endsWith("/");
        blocks.open(name, TAG);
        LinePairs.of(alone ? attributes.substring(0, attributes.length() - 1) : attributes, true)
                .forEach(pair -> blocks.pair(pair.getKey(), pair.getValue()));
        if (alone || closed) {
            blocks.close(TAG);
        }
        if (!text.isEmpty()) {
            text(name, text);
        }
    }

    /** {@code <name>x.host</name><value>db</value>} is a key and its value. */
    private void text(String name, String text) {
        if (name.equals("name")) {
            property = text;
        }
        blocks.pair(name.equals("value") && !property.isEmpty() ? property : name, text);
    }
}
