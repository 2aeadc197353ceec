package io.github.meshready.bench.stage;

import io.github.meshready.bench.Median;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What stages took: the median of the iterations of all forks. */
final class Measured {

    private record Key(Stage stage, int size) {}

    private final Map<Key, Double> milliseconds = new HashMap<>();

    void add(RunResult result) {
        Stage stage = Stage.of(result.getParams().getBenchmark());
        int size = Integer.parseInt(result.getParams().getParam("size"));
        List<Double> iterations = new ArrayList<>();
        result.getBenchmarkResults().forEach(fork -> {
            for (IterationResult iteration : fork.getIterationResults()) {
                iterations.add(iteration.getPrimaryResult().getScore());
            }
        });
        milliseconds.put(new Key(stage, size), Median.of(iterations));
    }

    /** Milliseconds; empty if it failed. */
    OptionalDouble of(Stage stage, int size) {
        Double found = milliseconds.get(new Key(stage, size));
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
    }
}
