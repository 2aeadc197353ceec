package io.github.meshready.smi.route.regex;

import io.github.meshready.smi.route.regex.Regex.Chars;
import io.github.meshready.smi.route.regex.Regex.Choice;
import io.github.meshready.smi.route.regex.Regex.Group;
import io.github.meshready.smi.route.regex.Regex.Repeat;
import io.github.meshready.smi.route.regex.Regex.Sequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * An expression as a machine whose states are the places of its characters (Glushkov). A state is a set of places that may have been read
 * last; place 0 is the start.
 */
final class Positions {

    /** More than any path needs; what a count such as {@code {1000}} makes of an expression may be more, and is given up. */
    private static final int MAX_POSITIONS = 1_200;

    private final List<CharSet> sets = new ArrayList<>(List.of(CharSet.NONE));
    private final List<BitSet> follow = new ArrayList<>(List.of(new BitSet()));
    private final BitSet accepting = new BitSet();

    /** What of an expression can be read first and last. */
    private record Span(BitSet first, BitSet last, boolean canBeEmpty) {}

    private static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private Positions() {}

    /** Of an expression that has to match whole texts; empty if it is too large. Anchors count as nothing. */
    static Optional<Positions> of(Regex regex) {
        Positions positions = new Positions();
        try {
            Span all = positions.span(regex);
            positions.follow.get(0).or(all.first());
            positions.accepting.or(all.last());
            positions.accepting.set(0, all.canBeEmpty());
            return Optional.of(positions);
        } catch (TooLarge e) {
            return Optional.empty();
        }
    }

    static BitSet start() {
        BitSet start = new BitSet();
        start.set(0);
        return start;
    }

    BitSet next(BitSet state, int symbol) {
        BitSet next = new BitSet();
        for (int place = state.nextSetBit(0); place >= 0; place = state.nextSetBit(place + 1)) {
            next.or(follow.get(place));
        }
        for (int place = next.nextSetBit(0); place >= 0; place = next.nextSetBit(place + 1)) {
            if (!sets.get(place).contains(symbol)) {
                next.clear(place);
            }
        }
        return next;
    }

    boolean accepts(BitSet state) {
        return state.intersects(accepting);
    }

    boolean matches(String text) {
        BitSet state = start();
        for (int symbol : text.codePoints().map(CharSet::symbol).toArray()) {
            state = next(state, symbol);
        }
        return accepts(state);
    }

    List<CharSet> sets() {
        return sets;
    }

    private Span span(Regex regex) throws TooLarge {
        if (regex instanceof Chars chars) {
            return place(chars.set());
        }
        if (regex instanceof Sequence sequence) {
            return sequence(sequence.items());
        }
        if (regex instanceof Choice choice) {
            Span all = empty(false);
            for (Regex option : choice.options()) {
                Span next = span(option);
                all = new Span(
                        union(all.first(), next.first()),
                        union(all.last(), next.last()),
                        all.canBeEmpty() || next.canBeEmpty());
            }
            return all;
        }
        if (regex instanceof Group group) {
            return span(group.item());
        }
        return regex instanceof Repeat repeat ? repeat(repeat) : empty(true);
    }

    private static Span empty(boolean canBeEmpty) {
        return new Span(new BitSet(), new BitSet(), canBeEmpty);
    }

    private Span place(CharSet set) throws TooLarge {
        if (sets.size() > MAX_POSITIONS) {
            throw new TooLarge();
        }
        BitSet place = new BitSet();
        place.set(sets.size());
        sets.add(set);
        follow.add(new BitSet());
        return new Span(place, place, false);
    }

    private Span sequence(List<Regex> items) throws TooLarge {
        Span all = empty(true);
        for (Regex item : items) {
            all = joined(all, span(item));
        }
        return all;
    }

    private Span joined(Span one, Span next) {
        link(one.last(), next.first());
        return new Span(
                one.canBeEmpty() ? union(one.first(), next.first()) : one.first(),
                next.canBeEmpty() ? union(one.last(), next.last()) : next.last(),
                one.canBeEmpty() && next.canBeEmpty());
    }

    private Span repeat(Repeat repeat) throws TooLarge {
        boolean unbounded = repeat.max() == Repeat.UNBOUNDED;
        int copies = unbounded ? Math.max(1, repeat.min()) : repeat.max();
        Span all = empty(true);
        for (int i = 0; i < copies; i++) {
            Span copy = span(repeat.item());
            if (unbounded && i == copies - 1) {
                link(copy.last(), copy.first());
            }
            all = joined(all, i < repeat.min() ? copy : new Span(copy.first(), copy.last(), true));
        }
        return all;
    }

    private void link(BitSet ends, BitSet starts) {
        for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
            follow.get(end).or(starts);
        }
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet union = (BitSet) one.clone();
        union.or(other);
        return union;
    }
}
