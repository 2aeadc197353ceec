package io.github.meshready.smi.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Text of a language that no reader is known for: lines that may be keys and values, in blocks of brackets, tags or below a
 * section's name. What stands in one block is beside each other; a line that is nothing of this stays whole.
 */
final class BlockText {

    private static final int MAX_DEPTH = 20;
    private static final char SECTION = '[';

    /** Tell what they are by their first word, and need no key. */
    private static final Set<String> DIRECTIVES = Set.of("replicaof", "slaveof", "sentinel");

    private final List<TextEntry> entries = new ArrayList<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final MarkupLine markup = new MarkupLine(this);
    private String list = "";
    private int listDepth;

    private record Block(String path, char kind, Map<String, String> values) {}

    private BlockText() {
        blocks.push(new Block("", ' ', new HashMap<>()));
    }

    static List<TextEntry> entries(String text) {
        BlockText blocks = new BlockText();
        Comments.without(text).lines().forEach(blocks::line);
        return blocks.entries;
    }

    private void line(String line) {
        if (line.startsWith("[") && line.endsWith("]") && line.chars().noneMatch(c -> "\"',:".indexOf(c) >= 0)) {
            while (blocks.size() > 1) {
                blocks.pop();
            }
            open(line, SECTION);
        } else if (!markup.read(line)) {
            statement(line);
        }
    }

    /** Takes a line apart at its brackets. */
    private void statement(String line) {
        int start = 0;
        boolean inline = false;
        int references = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean reference = i > 0 && line.charAt(i - 1) == '$';
            if (c == '"' || c == '\'') {
                int end = line.indexOf(c, i + 1);
                i = end < 0 ? i : end;
            } else if (reference && (c == '{' || c == '(')) {
                references++;
            } else if (references > 0 && (c == '}' || c == ')')) {
                references--;
            } else if (c == '{' || c == '(') {
                String before = line.substring(start, i);
                // What stands in front of a parenthesis is a function, no value.
                piece(c == '(' ? "" : before, inline);
                open(before, c);
                inline = true;
                start = i + 1;
            } else if (c == '}' || c == ')') {
                piece(line.substring(start, i), inline);
                close(c == '}' ? '{' : '(');
                start = i + 1;
            }
        }
        piece(line.substring(start), inline);
    }

    private void piece(String text, boolean inline) {
        String piece = trimmed(text);
        if (piece.isEmpty() || piece.endsWith(":") || piece.endsWith("=")) {
            return;
        }
        List<Map.Entry<String, String>> pairs =
                blocks.peek().kind() == '(' ? LinePairs.arguments(piece) : List.<Map.Entry<String, String>>of();
        pairs = pairs.isEmpty() ? LinePairs.of(piece, inline) : pairs;
        pairs.forEach(pair -> pair(pair.getKey(), pair.getValue()));
        if (pairs.isEmpty()) {
            whole(piece);
        }
        followList(
                piece, pairs.isEmpty() ? list : path(pairs.get(pairs.size() - 1).getKey()));
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isPadding(text.charAt(start))) {
            start++;
        }
        while (end > start && isPadding(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isPadding(char c) {
        return Character.isWhitespace(c) || c == ',' || c == ';';
    }

    /** A list that goes on belongs to the key that opened it. */
    private void followList(String piece, String key) {
        int depth = listDepth;
        for (char c : piece.toCharArray()) {
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        }
        list = depth <= 0 ? "" : listDepth == 0 ? key : list;
        listDepth = Math.max(0, depth);
    }

    private void whole(String piece) {
        List<String> words = List.of(piece.split("\\s+"));
        if (DIRECTIVES.contains(words.get(0))) {
            new KnownPrograms(words).addresses().forEach(url -> entries.add(new TextEntry(list, url, Map.of())));
        } else {
            entries.add(new TextEntry(list, piece, Map.of()));
        }
    }

    void pair(String key, String value) {
        Map<String, String> values = blocks.peek().values();
        values.putIfAbsent(path(key), value);
        entries.add(new TextEntry(path(key), value, values));
    }

    private String path(String key) {
        return blocks.peek().path().isEmpty() ? key : blocks.peek().path() + "." + key;
    }

    /** @param before what stands in front of the bracket; its last word names the block */
    void open(String before, char kind) {
        String[] words = before.strip().split("[^\\w-]+");
        String label = words.length == 0 ? "" : words[words.length - 1];
        if (blocks.size() < MAX_DEPTH) {
            String path = blocks.size() > 1 || !label.isEmpty() ? path(label.isEmpty() ? "x" : label) : "x";
            blocks.push(new Block(path, kind, new HashMap<>()));
        }
    }

    void close(char kind) {
        if (blocks.peek().kind() == kind) {
            blocks.pop();
        }
    }
}
