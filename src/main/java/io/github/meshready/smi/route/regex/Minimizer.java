package io.github.meshready.smi.route.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a machine the smallest one with the same texts, its states numbered in the order in which they are reached. */
final class Minimizer {

    private final int[][] next;
    private final boolean[] accepting;

    Minimizer(int[][] next, boolean[] accepting) {
        this.next = next;
        this.accepting = accepting;
    }

    Automaton minimal() {
        boolean[] alive = alive();
        int[] block = blocks(alive);
        List<int[]> rows = new ArrayList<>();
        List<Boolean> ends = new ArrayList<>();
        Map<Integer, Integer> ids = new HashMap<>();
        List<Integer> order = new ArrayList<>(List.of(0));
        ids.put(block[0], 0);
        for (int i = 0; i < order.size(); i++) {
            int state = order.get(i);
            int[] row = new int[CharSet.SYMBOLS];
            for (int symbol = 0; symbol < CharSet.SYMBOLS; symbol++) {
                int reached = next[state][symbol];
                if (reached == Automaton.NOWHERE || !alive[reached]) {
                    row[symbol] = Automaton.NOWHERE;
                    continue;
                }
                if (ids.putIfAbsent(block[reached], order.size()) == null) {
                    order.add(reached);
                }
                row[symbol] = ids.get(block[reached]);
            }
            rows.add(row);
            ends.add(accepting[state]);
        }
        boolean[] minimal = new boolean[ends.size()];
        for (int i = 0; i < minimal.length; i++) {
            minimal[i] = ends.get(i);
        }
        return new Automaton(rows.toArray(int[][]::new), minimal);
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
            Map<List<Integer>, Integer> kinds = new HashMap<>();
            int[] finer = new int[block.length];
            for (int state = 0; state < block.length; state++) {
                List<Integer> kind = new ArrayList<>(CharSet.SYMBOLS + 1);
                kind.add(block[state]);
                for (int to : next[state]) {
                    kind.add(to == Automaton.NOWHERE || !alive[to] ? Automaton.NOWHERE : block[to]);
                }
                finer[state] = kinds.computeIfAbsent(kind, key -> kinds.size());
            }
            if (kinds.size() == count) {
                return finer;
            }
            count = kinds.size();
            block = finer;
        }
    }
}
