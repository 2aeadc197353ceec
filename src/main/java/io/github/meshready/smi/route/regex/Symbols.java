package io.github.meshready.smi.route.regex;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Symbols that no set of an expression tells apart, so that one of each kind stands for all. */
final class Symbols {

    /** What a text that is shown to people is made of, if there is a choice. */
    private static final String NICE = "abcdefghijklmnopqrstuvwxyz0123456789/-_.~ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Symbols() {}

    /** A symbol of each kind, nice ones first. */
    static List<Integer> of(Collection<CharSet> sets) {
        List<CharSet> distinct = sets.stream().distinct().toList();
        Map<List<Boolean>, Integer> kinds = new LinkedHashMap<>();
        for (int symbol : inOrder()) {
            kinds.putIfAbsent(distinct.stream().map(set -> set.contains(symbol)).toList(), symbol);
        }
        return new ArrayList<>(kinds.values());
    }

    private static List<Integer> inOrder() {
        List<Integer> all = new ArrayList<>();
        NICE.chars().forEach(all::add);
        for (int symbol = '!'; symbol < CharSet.SYMBOLS; symbol++) {
            if (NICE.indexOf(symbol) < 0) {
                all.add(symbol);
            }
        }
        for (int symbol = 0; symbol < '!'; symbol++) {
            all.add(symbol);
        }
        return all;
    }

    /** The character that stands for a symbol in a text. */
    static int character(int symbol) {
        return symbol == CharSet.BEYOND ? 0xe9 : symbol;
    }
}
