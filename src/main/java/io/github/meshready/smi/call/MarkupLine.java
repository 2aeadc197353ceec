package io.github.meshready.smi.call;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines with tags, as in XML and in configuration that borrows its blocks: {@code <host>db</host>}, {@code <match **>}. */
final class MarkupLine {

    static final char TAG = '<';

    private static final Pattern PIECE =
            Pattern.compile("<(/?+)([A-Za-z][\\w.:-]*+)([^<>]*+)>([^<]*+)(?:</\\2>)?", Pattern.DOTALL);

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
        matcher.reset();
        while (matcher.find()) {
            tag(matcher);
        }
        return true;
    }

    private void tag(Matcher matcher) {
        String name = matcher.group(2);
        String attributes = matcher.group(3).strip();
        String text = matcher.group(4).strip();
        if (!matcher.group(1).isEmpty()) {
            blocks.close(TAG);
            return;
        }
        boolean alone = attributes.endsWith("/");
        boolean closed = matcher.group().endsWith("</" + name + ">");
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
