package io.github.meshready.bench.process;

import io.github.meshready.bench.Median;
import io.github.meshready.bench.process.Outcome.Failure;
import io.github.meshready.bench.process.Outcome.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What rounds cost. A ratio is the median of the ratios of the rounds, so that it holds on a machine whose speed drifts; what has
 * failed once has no figures.
 */
final class Rounds {

    private final List<Map<String, Figures>> rounds = new ArrayList<>();
    private final Map<String, Failure> failures = new HashMap<>();

    void add(Map<String, Figures> figures) {
        rounds.add(figures);
    }

    void fail(Subject subject, Failure failure) {
        failures.put(subject.name(), failure);
    }

    Optional<Failure> failure(Subject subject) {
        return Optional.ofNullable(failures.get(subject.name()));
    }

    /** The median of a figure of a subject that has not failed. */
    double median(Subject subject, ToDoubleFunction<Figures> figure) {
        return Median.of(rounds.stream()
                .map(round -> figure.applyAsDouble(round.get(subject.name())))
                .toList());
    }

    /** The ratio of CPU times: of a subject to the empty goal or, for another tool, of both goals to it; empty if one has not run. */
    OptionalDouble ratio(Subject subject) {
        String above = subject.other() ? Subject.BOTH : subject.name();
        String below = subject.other() ? subject.name() : Subject.EMPTY;
        boolean ran = rounds.stream().allMatch(round -> round.containsKey(above) && round.containsKey(below));
        return ran
                ? OptionalDouble.of(Median.of(rounds.stream()
                        .map(round -> round.get(above).cpu() / round.get(below).cpu())
                        .toList()))
                : OptionalDouble.empty();
    }
}
