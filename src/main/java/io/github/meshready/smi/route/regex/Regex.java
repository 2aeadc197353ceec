package io.github.meshready.smi.route.regex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A regular expression of the part of RE2 that is understood here. */
public sealed interface Regex {

    /** One character of a set. */
    record Chars(CharSet set) implements Regex {}

    /** One after the other; the empty text if there are none. */
    record Sequence(List<Regex> items) implements Regex {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Any of them. */
    record Choice(List<Regex> options) implements Regex {

        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * Several times the same.
     *
     * @param max how often at most; {@link #UNBOUNDED} for any number
     */
    record Repeat(Regex item, int min, int max) implements Regex {

        public static final int UNBOUNDED = -1;
    }

    /** What the proxy remembers, for nobody: the same texts, and two instructions. */
    record Group(Regex item) implements Regex {}

    /** The start or the end of the text. */
    record Anchor(boolean isStart) implements Regex {}

    /** The empty text. */
    Regex EMPTY = new Sequence(List.of());

    /** Reads an expression; empty if it is none, or outside of what is understood here. */
    static Optional<Regex> of(String text) {
        try {
            return Optional.of(new RegexReader(text).read());
        } catch (RegexException e) {
            return Optional.empty(); // the caller has another way, or says so
        }
    }

    /** What matches this text and no other; characters beyond ASCII stand for all of these. */
    static Regex text(String text) {
        return sequence(text.codePoints()
                .<Regex>mapToObj(c -> new Chars(CharSet.of(CharSet.symbol(c))))
                .toList());
    }

    static Regex chars(CharSet set) {
        return new Chars(set);
    }

    static Regex sequence(Regex... items) {
        return sequence(List.of(items));
    }

    /** One after the other, with sequences in it unfolded and {@code xx*} shortened. */
    static Regex sequence(List<? extends Regex> items) {
        List<Regex> all = new ArrayList<>();
        for (Regex item : items) {
            List<Regex> parts = item instanceof Sequence sequence ? sequence.items() : List.of(item);
            parts.forEach(part -> append(all, part));
        }
        return all.size() == 1 ? all.get(0) : new Sequence(all);
    }

    private static void append(List<Regex> all, Regex part) {
        boolean more = part instanceof Repeat repeat
                && repeat.min() == 0
                && repeat.max() == Repeat.UNBOUNDED
                && !all.isEmpty()
                && all.get(all.size() - 1).equals(repeat.item());
        if (more) {
            all.set(all.size() - 1, new Repeat(all.get(all.size() - 1), 1, Repeat.UNBOUNDED));
        } else {
            all.add(part);
        }
    }

    /** Any of them, with choices in it unfolded and single characters joined to one set. */
    static Regex choice(List<? extends Regex> options) {
        Set<Regex> all = new LinkedHashSet<>();
        CharSet single = CharSet.NONE;
        boolean nothing = false;
        for (Regex option : options) {
            for (Regex each : option instanceof Choice choice ? choice.options() : List.of(option)) {
                if (each instanceof Chars chars) {
                    single = single.or(chars.set());
                } else if (each.equals(EMPTY)) {
                    nothing = true;
                } else {
                    all.add(each);
                }
            }
        }
        List<Regex> left = new ArrayList<>(all);
        if (!single.isEmpty()) {
            left.add(chars(single));
        }
        Regex choice = left.isEmpty() ? EMPTY : left.size() == 1 ? left.get(0) : new Choice(left);
        return nothing ? optional(choice) : choice;
    }

    static Regex optional(Regex item) {
        if (item.equals(EMPTY) || item instanceof Repeat repeat && repeat.min() == 0) {
            return item;
        }
        boolean oneOrMore = item instanceof Repeat repeat && repeat.min() == 1 && repeat.max() == Repeat.UNBOUNDED;
        return oneOrMore ? star(((Repeat) item).item()) : new Repeat(item, 0, 1);
    }

    static Regex star(Regex item) {
        return item.equals(EMPTY) ? EMPTY : new Repeat(item, 0, Repeat.UNBOUNDED);
    }

    static Regex plus(Regex item) {
        return item.equals(EMPTY) ? EMPTY : new Repeat(item, 1, Repeat.UNBOUNDED);
    }
}
