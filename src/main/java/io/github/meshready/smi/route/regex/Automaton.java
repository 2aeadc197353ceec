package io.github.meshready.smi.route.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * A set of texts as the smallest machine that reads them: state 0 is the start, and there is no way on from where no text can be
 * completed. Two with the same texts are equal.
 */
public final class Automaton {

    /** A path's segment needs a few; a larger one is not worked with. */
    private static final int MAX_STATES = 150;

    /** What two of them may come to before the smallest one is found. */
    private static final int MAX_COMBINED = 3_000;

    static final int NOWHERE = -1;

    private final Kinds kinds;
    private final int[][] next;
    private final boolean[] accepting;

    /** @param next the state that follows a state, by kind of symbol */
    Automaton(Kinds kinds, int[][] next, boolean[] accepting) {
        this.kinds = kinds;
        this.next = next;
        this.accepting = accepting;
    }

    /** Of the texts that the whole of an expression matches; empty if it is too large. */
    public static Optional<Automaton> of(Regex regex) {
        return Positions.of(regex).flatMap(Automaton::of);
    }

    private static Optional<Automaton> of(Positions positions) {
        List<BitSet> states = new ArrayList<>(List.of(Positions.start()));
        Map<BitSet, Integer> ids = new HashMap<>(Map.of(Positions.start(), 0));
        List<int[]> rows = new ArrayList<>();
        List<CharSet> sets = positions.sets().stream().distinct().toList();
        Kinds kinds = Kinds.by(
                symbol -> sets.stream().map(set -> set.contains(symbol)).toList());
        for (int i = 0; i < states.size(); i++) {
            int[] row = new int[kinds.count()];
            for (int kind = 0; kind < row.length; kind++) {
                BitSet state = positions.next(states.get(i), kinds.first()[kind]);
                Integer id = state.isEmpty() ? Integer.valueOf(NOWHERE) : ids.get(state);
                if (id == null) {
                    id = states.size();
                    if (id >= MAX_STATES) {
                        return Optional.empty();
                    }
                    ids.put(state, id);
                    states.add(state);
                }
                row[kind] = id;
            }
            rows.add(row);
        }
        boolean[] accepting = new boolean[states.size()];
        for (int i = 0; i < accepting.length; i++) {
            accepting[i] = positions.accepts(states.get(i));
        }
        return Optional.of(new Minimizer(kinds, rows.toArray(int[][]::new), accepting).minimal());
    }

    /** Of these texts. */
    public static Automaton ofTexts(Iterable<String> texts) {
        List<int[]> rows = new ArrayList<>();
        BitSet ends = new BitSet();
        rows.add(row());
        for (String text : texts) {
            int state = 0;
            for (int symbol : text.codePoints().map(CharSet::symbol).toArray()) {
                if (rows.get(state)[symbol] == NOWHERE) {
                    rows.get(state)[symbol] = rows.size();
                    rows.add(row());
                }
                state = rows.get(state)[symbol];
            }
            ends.set(state);
        }
        boolean[] accepting = new boolean[rows.size()];
        ends.stream().forEach(end -> accepting[end] = true);
        return new Minimizer(Kinds.by(symbol -> symbol), rows.toArray(int[][]::new), accepting).minimal();
    }

    private static int[] row() {
        int[] row = new int[CharSet.SYMBOLS];
        Arrays.fill(row, NOWHERE);
        return row;
    }

    /**
     * Texts of both.
     *
     * @throws TooLargeException if that takes too many states; so do the other combinations
     */
    public Automaton and(Automaton other) {
        return combined(other, (one, two) -> one && two);
    }

    /** Texts of this one without those of another one. */
    public Automaton minus(Automaton other) {
        return combined(other, (one, two) -> one && !two);
    }

    /** Texts of either. */
    public Automaton or(Automaton other) {
        return combined(other, (one, two) -> one || two);
    }

    private record Pair(int one, int two) {}

    private Automaton combined(Automaton other, BinaryOperator<Boolean> accepts) {
        List<Pair> states = new ArrayList<>(List.of(new Pair(0, 0)));
        Map<Pair, Integer> ids = new HashMap<>(Map.of(states.get(0), 0));
        List<int[]> rows = new ArrayList<>();
        Kinds both = kinds.with(other.kinds);
        for (int i = 0; i < states.size(); i++) {
            Pair pair = states.get(i);
            int[] row = new int[both.count()];
            for (int kind = 0; kind < row.length; kind++) {
                int symbol = both.first()[kind];
                Pair reached = new Pair(next(pair.one(), symbol), other.next(pair.two(), symbol));
                Integer id = ids.get(reached);
                if (id == null) {
                    id = states.size();
                    if (id >= MAX_COMBINED) {
                        throw new TooLargeException();
                    }
                    ids.put(reached, id);
                    states.add(reached);
                }
                row[kind] = id;
            }
            rows.add(row);
        }
        boolean[] accepting = new boolean[states.size()];
        for (int i = 0; i < accepting.length; i++) {
            accepting[i] = accepts.apply(
                    accepts(states.get(i).one()), other.accepts(states.get(i).two()));
        }
        return new Minimizer(both, rows.toArray(int[][]::new), accepting).minimal();
    }

    /** The characters that may follow some characters at the start, each set with those that the same may follow. */
    public List<CharSet> waysOn(String start) {
        int state = 0;
        for (int symbol : start.codePoints().map(CharSet::symbol).toArray()) {
            state = next(state, symbol);
        }
        Map<Integer, CharSet> ways = new TreeMap<>();
        for (int symbol = 0; symbol < CharSet.SYMBOLS; symbol++) {
            if (next(state, symbol) != NOWHERE) {
                ways.merge(next(state, symbol), CharSet.of(symbol), CharSet::or);
            }
        }
        return List.copyOf(ways.values());
    }

    int states() {
        return accepting.length;
    }

    int next(int state, int symbol) {
        return state == NOWHERE ? NOWHERE : next[state][kinds.of()[symbol]];
    }

    boolean accepts(int state) {
        return state != NOWHERE && accepting[state];
    }

    public boolean isEmpty() {
        for (boolean accepts : accepting) {
            if (accepts) {
                return false;
            }
        }
        return true;
    }

    public boolean matches(String text) {
        int state = 0;
        for (int symbol : text.codePoints().map(CharSet::symbol).toArray()) {
            state = next(state, symbol);
        }
        return accepts(state);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Automaton automaton
                && kinds.equals(automaton.kinds)
                && Arrays.equals(accepting, automaton.accepting)
                && Arrays.deepEquals(next, automaton.next);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(accepting) + Arrays.deepHashCode(next);
    }
}
