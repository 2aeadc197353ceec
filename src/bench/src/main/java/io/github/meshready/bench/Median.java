package io.github.meshready.bench;

import java.util.List;

/** The value in the middle. */
public final class Median {

    private Median() {}

    /** The median of one value or more. */
    public static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
