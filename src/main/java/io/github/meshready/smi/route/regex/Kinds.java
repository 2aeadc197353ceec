package io.github.meshready.smi.route.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Symbols grouped by kind, where no machine at hand tells those of one kind apart. Kinds are numbered in the order of their first symbols.
 *
 * @param of the kind of each symbol
 * @param first a symbol of each kind
 */
record Kinds(int[] of, int[] first) {

    /** @param trait what tells a symbol apart */
    static Kinds by(IntFunction<Object> trait) {
        int[] of = new int[CharSet.SYMBOLS];
        Map<Object, Integer> kinds = new HashMap<>();
        List<Integer> first = new ArrayList<>();
        for (int symbol = 0; symbol < CharSet.SYMBOLS; symbol++) {
            Integer kind = kinds.putIfAbsent(trait.apply(symbol), kinds.size());
            if (kind == null) {
                kind = first.size();
                first.add(symbol);
            }
            of[symbol] = kind;
        }
        return new Kinds(of, first.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Kinds that neither tells apart. */
    Kinds with(Kinds other) {
        return by(symbol -> of[symbol] * CharSet.SYMBOLS + other.of[symbol]);
    }

    int count() {
        return first.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kinds kinds && Arrays.equals(of, kinds.of);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(of);
    }

    @Override
    public String toString() {
        return Arrays.toString(of);
    }
}
