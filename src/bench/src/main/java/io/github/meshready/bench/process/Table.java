package io.github.meshready.bench.process;

import io.github.meshready.bench.process.Outcome.Failure;
import io.github.meshready.bench.process.Outcome.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Rows of Markdown: each figure with what is aimed at beside it. */
final class Table {

    static final List<String> HEAD = List.of(
            "| workloads | what | CPU s | ratio | target | wall s | peak MiB | target | met |",
            "|---|---|---|---|---|---|---|---|---|");

    private final int size;
    private final Rounds rounds;

    Table(int size, Rounds rounds) {
        this.size = size;
        this.rounds = rounds;
    }

    String row(Subject subject) {
        Target target = subject.target();
        Optional<Failure> failure = rounds.failure(subject);
        if (failure.isPresent()) {
            return "| %s | %s | failed: %s | | %s | | | %s | %s |"
                    .formatted(
                            size,
                            subject.name(),
                            failure.get().why(),
                            target.ratioText(),
                            target.memoryText(),
                            target.metByFailure());
        }
        OptionalDouble ratio = rounds.ratio(subject);
        double peak = rounds.median(subject, Figures::mebibytes);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %s | %s | %.2f | %,.0f | %s | %s |",
                size,
                subject.name(),
                rounds.median(subject, Figures::cpu),
                ratio.isPresent() ? ratio(subject, ratio.getAsDouble()) : "",
                target.ratioText(),
                rounds.median(subject, Figures::wall),
                peak,
                target.memoryText(),
                target.met(ratio, peak));
    }

    private static String ratio(Subject subject, double ratio) {
        return String.format(Locale.ROOT, subject.other() ? "both: %.2f × it" : "%.2f × empty", ratio);
    }
}
