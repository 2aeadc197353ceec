package io.github.meshready.bench.stage;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Rows of Markdown: each figure with what is aimed at beside it. */
final class StageTable {

    static final List<String> HEAD =
            List.of("| what | size | ms | × the parser's speed | target | met |", "|---|---|---|---|---|---|");

    /** Of the speed of the parser's events. */
    private static final double LOWEST_SPEED = 0.6;

    private static final int MOST_MILLISECONDS = 100;

    private final Measured measured;

    StageTable(Measured measured) {
        this.measured = measured;
    }

    String row(Stage stage, int size) {
        OptionalDouble took = measured.of(stage, size);
        OptionalDouble events = measured.of(Stage.EVENTS, size);
        OptionalDouble speed = stage.parses() && took.isPresent() && events.isPresent()
                ? OptionalDouble.of(events.getAsDouble() / took.getAsDouble())
                : OptionalDouble.empty();
        if (stage != Stage.READ_TO_WRITTEN) {
            return row(stage.label, size, took, speed, "", "");
        }
        String target = String.format(Locale.ROOT, "≥ %.2f ×", LOWEST_SPEED);
        return row(
                stage.label, size, took, speed, target, met(speed.isPresent() && speed.getAsDouble() >= LOWEST_SPEED));
    }

    /** The row of the decisions about more calls than most applications make. */
    String decided(int size, int calls) {
        OptionalDouble took = measured.of(Stage.DECIDE, size);
        boolean met = took.isPresent() && took.getAsDouble() <= MOST_MILLISECONDS;
        String label = String.format(Locale.ROOT, "decide %,d calls", calls);
        return row(label, size, took, OptionalDouble.empty(), "≤ %d ms".formatted(MOST_MILLISECONDS), met(met));
    }

    private static String row(
            String what, int size, OptionalDouble milliseconds, OptionalDouble speed, String target, String met) {
        String took = milliseconds.isPresent() ? rounded(milliseconds) : "failed";
        return "| %s | %s | %s | %s | %s | %s |".formatted(what, size, took, rounded(speed), target, met);
    }

    private static String rounded(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "";
    }

    private static String met(boolean met) {
        return met ? "yes" : "no";
    }
}
