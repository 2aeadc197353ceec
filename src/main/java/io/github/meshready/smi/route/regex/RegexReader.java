package io.github.meshready.smi.route.regex;

import io.github.meshready.smi.route.regex.Regex.Anchor;
import io.github.meshready.smi.route.regex.Regex.Chars;
import io.github.meshready.smi.route.regex.Regex.Group;
import io.github.meshready.smi.route.regex.Regex.Repeat;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads expressions as RE2 does (re2, parse.cc): characters, classes, escapes, groups, {@code * + ? {m,n}} and alternatives, with
 * {@code ^} and {@code $} at the ends of the whole expression or of its alternatives. Everything else is refused, with the reason.
 */
public final class RegexReader {

    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_DEPTH = 60;
    private static final int MAX_COUNT = 1_000;

    private final String text;
    private int at;
    private int depth;

    public RegexReader(String text) {
        this.text = text;
    }

    public Regex read() throws RegexException {
        if (text.length() > MAX_LENGTH) {
            throw new RegexException("it is longer than " + MAX_LENGTH + " characters");
        }
        Regex regex = alternatives(true);
        if (at < text.length()) {
            throw new RegexException("a bracket is closed that is not open");
        }
        return regex;
    }

    private Regex alternatives(boolean outermost) throws RegexException {
        List<Regex> options = new ArrayList<>();
        options.add(sequence(outermost));
        while (has('|')) {
            at++;
            options.add(sequence(outermost));
        }
        return options.size() == 1 ? options.get(0) : new Regex.Choice(options);
    }

    private Regex sequence(boolean outermost) throws RegexException {
        List<Regex> items = new ArrayList<>();
        while (at < text.length() && !has('|') && !has(')')) {
            if (has('^') || has('$')) {
                items.add(anchor(outermost, items.isEmpty()));
            } else {
                items.add(repeated(atom()));
            }
        }
        return items.size() == 1 ? items.get(0) : new Regex.Sequence(items);
    }

    private Regex anchor(boolean outermost, boolean first) throws RegexException {
        boolean isStart = text.charAt(at++) == '^';
        boolean last = at == text.length() || has('|');
        if (!outermost || (isStart ? !first : !last)) {
            throw new RegexException("it has ^ or $ in its middle");
        }
        return new Anchor(isStart);
    }

    private Regex atom() throws RegexException {
        char c = text.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> {
                ClassReader reader = new ClassReader(text, at);
                CharSet set = reader.read();
                at = reader.end();
                yield new Chars(set);
            }
            case '.' -> new Chars(CharSet.ALL);
            case '\\' -> escape();
            case '*', '+', '?' -> throw new RegexException("it repeats nothing");
            default -> {
                if (c >= CharSet.BEYOND) {
                    throw new RegexException("it has characters beyond ASCII");
                }
                yield new Chars(CharSet.of(c));
            }
        };
    }

    private Regex escape() throws RegexException {
        EscapeReader reader = new EscapeReader(text, at);
        CharSet set = reader.read();
        at = reader.end();
        return new Chars(set);
    }

    private Regex group() throws RegexException {
        boolean remembers = !has('?');
        if (!remembers) {
            if (!text.startsWith("?:", at)) {
                throw new RegexException("it has a group of the kind (?");
            }
            at += 2;
        }
        if (++depth > MAX_DEPTH) {
            throw new RegexException("it has more than " + MAX_DEPTH + " groups inside each other");
        }
        Regex inner = alternatives(false);
        depth--;
        if (!has(')')) {
            throw new RegexException("a bracket is not closed");
        }
        at++;
        return remembers ? new Group(inner) : inner;
    }

    private Regex repeated(Regex item) throws RegexException {
        Regex repeated = count(item);
        if (repeated == item) {
            return item;
        }
        if (has('?')) {
            at++; // as few as possible: the same texts
        }
        if (count(item) != item) {
            throw new RegexException("it repeats a repetition");
        }
        return repeated;
    }

    private Regex count(Regex item) throws RegexException {
        if (has('*') || has('+') || has('?')) {
            char c = text.charAt(at++);
            return new Repeat(item, c == '+' ? 1 : 0, c == '?' ? 1 : Repeat.UNBOUNDED);
        }
        int end = has('{') ? text.indexOf('}', at) : -1;
        if (end < 0) {
            return item;
        }
        String[] bounds = text.substring(at + 1, end).split(",", -1);
        boolean open = bounds.length == 2 && bounds[1].isEmpty();
        if (bounds.length > 2 || !isNumber(bounds[0]) || !open && !isNumber(bounds[bounds.length - 1])) {
            return item; // a brace like any character
        }
        at = end + 1;
        int min = number(bounds[0]);
        int max = open ? Repeat.UNBOUNDED : number(bounds[bounds.length - 1]);
        if (!open && max < min) {
            throw new RegexException("it repeats more often at least than at most");
        }
        return new Repeat(item, min, max);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int number(String digits) throws RegexException {
        int number = digits.length() > 4 ? MAX_COUNT + 1 : Integer.parseInt(digits);
        if (number > MAX_COUNT) {
            throw new RegexException("it repeats more than " + MAX_COUNT + " times");
        }
        return number;
    }

    private boolean has(char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
