package io.github.meshready.smi.route.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The texts that an expression matches, exactly. Work is bounded: expressions are texts of users, and may be made to take very long.
 * Characters beyond ASCII are told apart from ASCII, not from each other.
 */
public final class Language {

    private static final int MAX_STATES = 3_000;

    private final Positions positions;

    private Language(Positions positions) {
        this.positions = positions;
    }

    /** The texts that the whole of an expression matches; empty if it is outside of what is understood here, or too large. */
    public static Optional<Language> of(String regex) {
        return Regex.of(regex).flatMap(Language::of);
    }

    public static Optional<Language> of(Regex regex) {
        return Positions.of(regex).map(Language::new);
    }

    /** The texts in which an expression matches some part. */
    public static Optional<Language> anywhere(String regex) {
        return Regex.of(regex).map(Unanchored::of).flatMap(Language::of);
    }

    public boolean matches(String text) {
        return positions.matches(text);
    }

    /** Texts that are in both. */
    public Comparison overlap(Language other) {
        return find(other, (one, two) -> one && two);
    }

    /** Texts that are here and not in another one. */
    public Comparison beyond(Language other) {
        return find(other, (one, two) -> one && !two);
    }

    private record Pair(BitSet one, BitSet other) {}

    private record Step(Pair pair, Step before, int symbol) {}

    private Comparison find(Language other, BiPredicate<Boolean, Boolean> wanted) {
        List<CharSet> sets = new ArrayList<>(positions.sets());
        sets.addAll(other.positions.sets());
        List<Integer> symbols = Symbols.of(sets);
        Set<Pair> seen = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>();
        Pair start = new Pair(Positions.start(), Positions.start());
        open.add(new Step(start, null, 0));
        seen.add(start);
        boolean needsOther = wanted.test(true, false);
        while (!open.isEmpty()) {
            Step step = open.poll();
            Pair pair = step.pair();
            if (wanted.test(positions.accepts(pair.one()), other.positions.accepts(pair.other()))) {
                return new Comparison(true, Optional.of(text(step)));
            }
            for (int symbol : symbols) {
                BitSet one = positions.next(pair.one(), symbol);
                if (one.isEmpty()) {
                    continue;
                }
                BitSet two = other.positions.next(pair.other(), symbol);
                Pair next = new Pair(one, two);
                if ((!two.isEmpty() || needsOther) && seen.add(next)) {
                    if (seen.size() > MAX_STATES) {
                        return Comparison.UNKNOWN;
                    }
                    open.add(new Step(next, step, symbol));
                }
            }
        }
        return new Comparison(true, Optional.empty());
    }

    private static String text(Step last) {
        StringBuilder text = new StringBuilder();
        for (Step step = last; step.before() != null; step = step.before()) {
            text.appendCodePoint(Symbols.character(step.symbol()));
        }
        return text.reverse().toString();
    }
}
