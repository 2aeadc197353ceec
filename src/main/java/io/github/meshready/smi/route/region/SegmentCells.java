package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.regex.Automaton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The texts that may stand at one place of paths, cut so that each template that says something of them has all of a cell or nothing of
 * it. Fixed texts are not cut out: they are few or many, and cutting is dear.
 *
 * @param sets what templates say, other than fixed texts
 * @param texts the same as machines
 * @param cells the cells
 */
record SegmentCells(List<SegmentSet> sets, List<Automaton> texts, List<Cell> cells) {

    /**
     * A cell.
     *
     * @param within the sets that it is in, by number
     */
    record Cell(Automaton texts, BitSet within) {}

    static SegmentCells of(List<SegmentSet> sets, List<Automaton> texts) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            Automaton set = texts.get(i);
            List<Cell> finer = new ArrayList<>();
            Automaton rest = set;
            for (Cell cell : cells) {
                Automaton both = cell.texts().and(set);
                Automaton without = cell.texts().minus(set);
                BitSet within = (BitSet) cell.within().clone();
                within.set(i);
                add(finer, both, within);
                add(finer, without, cell.within());
                rest = rest.minus(cell.texts());
            }
            BitSet alone = new BitSet();
            alone.set(i);
            add(finer, rest, alone);
            cells = finer;
        }
        return new SegmentCells(sets, texts, cells);
    }

    private static void add(List<Cell> cells, Automaton texts, BitSet within) {
        if (!texts.isEmpty()) {
            cells.add(new Cell(texts, within));
        }
    }

    /** The sets that a fixed text is in. */
    BitSet within(String text) {
        BitSet within = new BitSet();
        for (int i = 0; i < texts.size(); i++) {
            within.set(i, texts.get(i).matches(text));
        }
        return within;
    }
}
