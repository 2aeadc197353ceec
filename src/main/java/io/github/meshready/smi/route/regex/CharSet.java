package io.github.meshready.smi.route.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of characters. Characters beyond ASCII are in it all or none: paths on the wire have none of them, and no expression needs to
 * tell them apart.
 *
 * @param low a bit for each of the characters 0 to 63
 * @param high a bit for each of the characters 64 to 127
 * @param beyond whether those beyond ASCII are in it
 */
public record CharSet(long low, long high, boolean beyond) {

    /** How many symbols there are: ASCII, and one for everything beyond. */
    public static final int SYMBOLS = 129;

    /** The symbol that stands for everything beyond ASCII. */
    public static final int BEYOND = 128;

    public static final CharSet NONE = new CharSet(0, 0, false);

    public static final CharSet ALL = new CharSet(-1, -1, true);

    /** Characters that follow each other. */
    public record Range(int first, int last) {}

    public static CharSet of(int symbol) {
        return range(symbol, symbol);
    }

    public static CharSet of(String characters) {
        return characters.chars().mapToObj(CharSet::of).reduce(NONE, CharSet::or);
    }

    /** The characters from one symbol to another, both included. */
    public static CharSet range(int first, int last) {
        long low = 0;
        long high = 0;
        for (int symbol = first; symbol <= last && symbol < BEYOND; symbol++) {
            if (symbol < 64) {
                low |= 1L << symbol;
            } else {
                high |= 1L << (symbol - 64);
            }
        }
        return new CharSet(low, high, last >= BEYOND);
    }

    /** The symbol that stands for a character. */
    static int symbol(int codePoint) {
        return Math.min(codePoint, BEYOND);
    }

    public boolean contains(int symbol) {
        if (symbol >= BEYOND) {
            return beyond;
        }
        return ((symbol < 64 ? low >>> symbol : high >>> (symbol - 64)) & 1) == 1;
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    public CharSet or(CharSet other) {
        return new CharSet(low | other.low, high | other.high, beyond || other.beyond);
    }

    public CharSet and(CharSet other) {
        return new CharSet(low & other.low, high & other.high, beyond && other.beyond);
    }

    public CharSet not() {
        return new CharSet(~low, ~high, !beyond);
    }

    public CharSet minus(CharSet other) {
        return and(other.not());
    }

    public boolean containsAll(CharSet other) {
        return other.minus(this).isEmpty();
    }

    /** How many symbols are in it. */
    public int size() {
        return Long.bitCount(low) + Long.bitCount(high) + (beyond ? 1 : 0);
    }

    /** The ASCII characters in it, as few ranges as possible, in order. */
    public List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        int symbol = 0;
        while (symbol < BEYOND) {
            if (contains(symbol)) {
                int first = symbol;
                while (symbol + 1 < BEYOND && contains(symbol + 1)) {
                    symbol++;
                }
                ranges.add(new Range(first, symbol));
            }
            symbol++;
        }
        return ranges;
    }

    /** The first ASCII character in it; only of sets that have one. */
    public int first() {
        return low != 0 ? Long.numberOfTrailingZeros(low) : 64 + Long.numberOfTrailingZeros(high);
    }
}
