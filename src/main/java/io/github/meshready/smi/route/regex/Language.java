package io.github.meshready.smi.route.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The texts that an expression matches, exactly. Work is bounded: expressions are texts of users, and may be made to take very long.
 * Characters beyond ASCII are told apart from ASCII, not from each other.
 */
public final class Language {

    private static final int MAX_STATES = 3_000;

    private final Positions positions;
    private final String start;

    private Language(Positions positions, String start) {
        this.positions = positions;
        this.start = start;
    }

    /** The texts that the whole of an expression matches; empty if it is outside of what is understood here, or too large. */
    public static Optional<Language> of(String regex) {
        return Regex.of(regex).flatMap(Language::of);
    }

    public static Optional<Language> of(Regex regex) {
        return Positions.of(regex).map(positions -> new Language(positions, Start.of(regex)));
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
        boolean canOverlap = start.startsWith(other.start) || other.start.startsWith(start);
        return canOverlap
                ? find(List.of(positions, other.positions), 2, accepted -> accepted[0] && accepted[1])
                : new Comparison(true, Optional.empty());
    }

    /** Texts that are in both and in a third one. */
    public Comparison overlap(Language other, Language within) {
        return find(
                List.of(positions, other.positions, within.positions),
                3,
                accepted -> accepted[0] && accepted[1] && accepted[2]);
    }

    /** Texts that are here and not in another one. */
    public Comparison beyond(Language other) {
        return find(List.of(positions, other.positions), 1, accepted -> accepted[0] && !accepted[1]);
    }

    private record Step(List<BitSet> states, Step before, int symbol) {}

    /** @param needed how many of the machines, from the first, have to accept what is looked for */
    private static Comparison find(List<Positions> machines, int needed, Predicate<boolean[]> wanted) {
        List<Integer> symbols = Symbols.of(
                machines.stream().flatMap(each -> each.sets().stream()).toList());
        Set<List<BitSet>> seen = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>();
        List<BitSet> start = machines.stream().map(each -> Positions.start()).toList();
        open.add(new Step(start, null, 0));
        seen.add(start);
        while (!open.isEmpty()) {
            Step step = open.poll();
            if (wanted.test(accepted(machines, step.states()))) {
                return new Comparison(true, Optional.of(text(step)));
            }
            for (int symbol : symbols) {
                List<BitSet> next = next(machines, step.states(), symbol, needed);
                if (!next.isEmpty() && seen.add(next)) {
                    if (seen.size() > MAX_STATES) {
                        return Comparison.UNKNOWN;
                    }
                    open.add(new Step(next, step, symbol));
                }
            }
        }
        return new Comparison(true, Optional.empty());
    }

    /** Empty if a machine that has to accept no longer can. */
    private static List<BitSet> next(List<Positions> machines, List<BitSet> states, int symbol, int needed) {
        List<BitSet> next = new ArrayList<>();
        for (int i = 0; i < machines.size(); i++) {
            BitSet state = machines.get(i).next(states.get(i), symbol);
            if (i < needed && state.isEmpty()) {
                return List.of();
            }
            next.add(state);
        }
        return next;
    }

    private static boolean[] accepted(List<Positions> machines, List<BitSet> states) {
        boolean[] accepted = new boolean[machines.size()];
        for (int i = 0; i < accepted.length; i++) {
            accepted[i] = machines.get(i).accepts(states.get(i));
        }
        return accepted;
    }

    private static String text(Step last) {
        StringBuilder text = new StringBuilder();
        for (Step step = last; step.before() != null; step = step.before()) {
            text.appendCodePoint(Symbols.character(step.symbol()));
        }
        return text.reverse().toString();
    }
}
