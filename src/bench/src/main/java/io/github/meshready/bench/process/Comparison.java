package io.github.meshready.bench.process;

import io.github.meshready.bench.UsageException;
import io.github.meshready.bench.process.Outcome.Failure;
import io.github.meshready.bench.process.Outcome.Figures;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rounds of everything that is compared, one after the other. What fails once is not run again, and neither is what starts from its
 * output; all others go on.
 */
final class Comparison {

    private final Runner runner;
    private final Subject empty;
    private final List<Subject> installed;
    private final List<Subject> measured;
    private final Rounds rounds = new Rounds();

    /**
     * @param installed what can be run
     * @param only names of what is measured of it; all if there are none
     */
    Comparison(Runner runner, Subject empty, List<Subject> installed, List<String> only) {
        this.runner = runner;
        this.empty = empty;
        this.installed = installed;
        this.measured = installed.stream()
                .filter(each -> only.isEmpty() || only.contains(each.name()))
                .toList();
    }

    List<Subject> measured() {
        return measured;
    }

    Rounds rounds() {
        return rounds;
    }

    /** @param counts whether its figures count; failures always do */
    void round(boolean counts) throws IOException, InterruptedException {
        Map<String, Figures> figures = new LinkedHashMap<>();
        if (!(runner.run(empty) instanceof Figures floor)) {
            throw new UsageException(
                    "the empty goal has to run, as everything is compared with it: install it, see README.md");
        }
        figures.put(empty.name(), floor);
        for (Subject subject : measured) {
            if (rounds.failure(subject).isPresent()) {
                continue;
            }
            Outcome outcome = outcome(subject);
            if (outcome instanceof Figures cost) {
                figures.put(subject.name(), cost);
            } else if (outcome instanceof Failure failure) {
                rounds.fail(subject, failure);
            }
        }
        if (counts) {
            rounds.add(figures);
        }
    }

    private Outcome outcome(Subject subject) throws IOException, InterruptedException {
        if (subject.after().isPresent() && !hasRun(subject.after().get())) {
            return new Failure("needs " + subject.after().get());
        }
        return runner.run(subject);
    }

    /** Whether the output of a subject is there; one that is not measured runs for its output alone. */
    private boolean hasRun(String name) throws IOException, InterruptedException {
        Subject subject = installed.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (!measured.contains(subject) && runner.run(subject) instanceof Failure failure) {
            rounds.fail(subject, failure);
        }
        return rounds.failure(subject).isEmpty();
    }
}
