package io.github.meshready.smi.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the text to take out with some entries of a mapping or items of a list: in block style their lines, in flow
 * style a comma with each.
 */
final class PartRemoval {

    private final SourceText source;
    private final List<Part> parts;
    private final Set<Integer> removed;

    /**
     * An entry or item.
     *
     * @param start offset of its key or dash, in flow style of its first character
     * @param end offset behind the last visible character of its value
     */
    record Part(int start, int end) {}

    PartRemoval(SourceText source, List<Part> parts, Set<Integer> removed) {
        this.source = source;
        this.parts = parts;
        this.removed = removed;
    }

    boolean leavesNothing() {
        return removed.size() == parts.size();
    }

    /** Between braces or brackets. */
    List<Splice> inFlow() {
        List<Splice> splices = new ArrayList<>();
        for (int first = 0; first < parts.size(); first++) {
            if (removed.contains(first)) {
                int next = nextKept(first);
                if (next < parts.size()) {
                    splices.add(cut(parts.get(first).start(), parts.get(next).start()));
                } else {
                    int end = parts.get(parts.size() - 1).end();
                    splices.add(
                            first > 0
                                    ? cut(parts.get(first - 1).end(), end)
                                    : cut(parts.get(0).start(), behindComma(end)));
                }
                first = next;
            }
        }
        return splices;
    }

    /** In block style. What shares its line with something in front of it gives its place to the next one that stays. */
    List<Splice> inBlock() {
        List<Splice> splices = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (removed.contains(i)) {
                Part part = parts.get(i);
                int lineStart = source.lineStart(part.start());
                int next = nextKept(i);
                boolean ownLine = isBlank(lineStart, part.start());
                if (!ownLine && next < parts.size()) {
                    splices.add(cut(part.start(), parts.get(next).start()));
                    i = next - 1;
                } else {
                    splices.add(ownLine ? lines(lineStart, part.end()) : cut(part.start(), part.end()));
                }
            }
        }
        return splices;
    }

    private int nextKept(int index) {
        int next = index;
        while (removed.contains(next)) {
            next++;
        }
        return next;
    }

    private Splice lines(int start, int valueEnd) {
        String text = source.text();
        int end = source.lineEnd(valueEnd);
        if (end < text.length()) {
            return cut(start, end + source.lineBreak(end).length());
        }
        int before = start;
        while (before > 0
                && before > start - 2
                && (text.charAt(before - 1) == '\n' || text.charAt(before - 1) == '\r')) {
            before--; // nothing follows: the line break in front goes instead
        }
        return cut(before, end);
    }

    /** A comma may stand behind the last one, but not alone. */
    private int behindComma(int offset) {
        int next = offset;
        while (Character.isWhitespace(source.text().charAt(next))) {
            next++;
        }
        return source.text().charAt(next) == ',' ? next + 1 : offset;
    }

    private boolean isBlank(int start, int end) {
        String lead = source.text().substring(start, end);
        return lead.isBlank() || start == 0 && lead.equals("\uFEFF");
    }

    private static Splice cut(int start, int end) {
        return new Splice(start, end, "");
    }
}
