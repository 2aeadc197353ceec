package io.github.meshready.smi.route.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a machine as an expression: states are taken out one after the other, and the ways through them become expressions. Those with
 * the fewest ways go first, so that what everything leads to is written once, at the end.
 */
public final class Elimination {

    private static final int MAX_STATES = 120;
    private static final int MAX_SIZE = 4_000;

    private static final int START = -1;
    private static final int END = Integer.MAX_VALUE;

    private final Map<Integer, Map<Integer, Regex>> ways = new TreeMap<>();

    private Elimination() {}

    /** An expression for the same texts; empty if there are none, or the expression becomes too large. */
    public static Optional<Regex> regex(Automaton automaton) {
        return automaton.states() > MAX_STATES || automaton.isEmpty()
                ? Optional.empty()
                : new Elimination().of(automaton);
    }

    private Optional<Regex> of(Automaton automaton) {
        add(START, 0, Regex.EMPTY);
        for (int state = 0; state < automaton.states(); state++) {
            Map<Integer, CharSet> sets = new TreeMap<>();
            for (int symbol = 0; symbol < CharSet.SYMBOLS; symbol++) {
                int to = automaton.next(state, symbol);
                if (to != Automaton.NOWHERE) {
                    sets.merge(to, CharSet.of(symbol), CharSet::or);
                }
            }
            int from = state;
            sets.forEach((to, set) -> add(from, to, Regex.chars(set)));
            if (automaton.accepts(state)) {
                add(state, END, Regex.EMPTY);
            }
        }
        List<Integer> left = new ArrayList<>();
        for (int state = 0; state < automaton.states(); state++) {
            left.add(state);
        }
        while (!left.isEmpty()) {
            int state = left.stream()
                    .min(Comparator.comparingInt(this::weight).thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            left.remove(Integer.valueOf(state));
            if (!remove(state)) {
                return Optional.empty();
            }
        }
        return Optional.of(ways.get(START).get(END));
    }

    private void add(int from, int to, Regex way) {
        ways.computeIfAbsent(from, key -> new TreeMap<>())
                .merge(to, way, (one, other) -> Regex.choice(List.of(one, other)));
    }

    private int weight(int state) {
        long into = ways.entrySet().stream()
                .filter(from -> from.getKey() != state && from.getValue().containsKey(state))
                .count();
        Map<Integer, Regex> out = ways.getOrDefault(state, Map.of());
        int loop = out.containsKey(state) ? 1 : 0;
        return (int) into * (out.size() - loop) + loop;
    }

    /** False if the expressions become too large. */
    private boolean remove(int state) {
        Map<Integer, Regex> out = new TreeMap<>(ways.getOrDefault(state, Map.of()));
        ways.remove(state);
        Regex loop = out.remove(state);
        Regex around = loop == null ? Regex.EMPTY : Regex.star(loop);
        for (int from : List.copyOf(ways.keySet())) {
            Regex into = ways.get(from).remove(state);
            if (into != null) {
                out.forEach((to, way) -> add(from, to, Regex.sequence(into, around, way)));
                if (ways.get(from).values().stream().mapToInt(Elimination::size).sum() > MAX_SIZE) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int size(Regex regex) {
        if (regex instanceof Regex.Sequence sequence) {
            return sequence.items().stream().mapToInt(Elimination::size).sum();
        }
        if (regex instanceof Regex.Choice choice) {
            return choice.options().stream().mapToInt(Elimination::size).sum();
        }
        return regex instanceof Regex.Repeat repeat ? size(repeat.item()) : 1;
    }
}
