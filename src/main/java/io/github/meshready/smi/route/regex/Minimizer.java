package io.github.meshready.smi.route.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a machine the smallest one with the same texts, its states numbered in the order in which they are reached. */
final class Minimizer {

    private final Kinds kinds;
    private final int[][] next;
    private final boolean[] accepting;

    /** @param next the state that follows a state, by kind of symbol */
    Minimizer(Kinds kinds, int[][] next, boolean[] accepting) {
        this.kinds = kinds;
        this.next = next;
        this.accepting = accepting;
    }

    Automaton minimal() {
        boolean[] alive = alive();
        int[] block = blocks(alive);
        List<int[]> rows = new ArrayList<>();
        Map<Integer, Integer> ids = new HashMap<>();
        List<Integer> order = new ArrayList<>(List.of(0));
        ids.put(block[0], 0);
        for (int i = 0; i < order.size(); i++) {
            int[] row = new int[kinds.count()];
            for (int kind = 0; kind < row.length; kind++) {
                int reached = next[order.get(i)][kind];
                if (reached == Automaton.NOWHERE || !alive[reached]) {
                    row[kind] = Automaton.NOWHERE;
                    continue;
                }
                if (ids.putIfAbsent(block[reached], order.size()) == null) {
                    order.add(reached);
                }
                row[kind] = ids.get(block[reached]);
            }
            rows.add(row);
        }
        boolean[] minimal = new boolean[order.size()];
        for (int i = 0; i < minimal.length; i++) {
            minimal[i] = accepting[order.get(i)];
        }
        return merged(rows, minimal);
    }

    /** Kinds that are no longer told apart become one. */
    private Automaton merged(List<int[]> rows, boolean[] minimal) {
        List<List<Integer>> columns = new ArrayList<>();
        for (int kind = 0; kind < kinds.count(); kind++) {
            int each = kind;
            columns.add(rows.stream().map(row -> row[each]).toList());
        }
        Kinds fewer = Kinds.by(symbol -> columns.get(kinds.of()[symbol]));
        int[][] table = new int[rows.size()][fewer.count()];
        for (int state = 0; state < table.length; state++) {
            for (int kind = 0; kind < fewer.count(); kind++) {
                table[state][kind] = rows.get(state)[kinds.of()[fewer.first()[kind]]];
            }
        }
        return new Automaton(fewer, table, minimal);
    }

    /** States from which a text can be completed. */
    private boolean[] alive() {
        boolean[] alive = accepting.clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int state = alive.length - 1; state >= 0; state--) {
                if (!alive[state] && Arrays.stream(next[state]).anyMatch(to -> to != Automaton.NOWHERE && alive[to])) {
                    alive[state] = true;
                    changed = true;
                }
            }
        }
        return alive;
    }

    /** The block of each state: states of one block accept the same texts (Moore). */
    private int[] blocks(boolean[] alive) {
        int[] block = new int[accepting.length];
        for (int state = 0; state < block.length; state++) {
            block[state] = accepting[state] ? 1 : alive[state] ? 0 : 2;
        }
        int count = 0;
        while (true) {
            Map<List<Integer>, Integer> sorts = new HashMap<>();
            int[] finer = new int[block.length];
            for (int state = 0; state < block.length; state++) {
                List<Integer> sort = new ArrayList<>(kinds.count() + 1);
                sort.add(block[state]);
                for (int to : next[state]) {
                    sort.add(to == Automaton.NOWHERE || !alive[to] ? Automaton.NOWHERE : block[to]);
                }
                finer[state] = sorts.computeIfAbsent(sort, key -> sorts.size());
            }
            if (sorts.size() == count) {
                return finer;
            }
            count = sorts.size();
            block = finer;
        }
    }
}
