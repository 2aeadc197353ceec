package io.github.meshready.bench.stage;

import java.util.Locale;
import java.util.stream.Stream;

/** What is measured, in the order of the table. */
enum Stage {
    EVENTS("events", "the parser's events"),
    READ("read", "read"),
    APPLICATION("application", "application"),
    CALLS("calls", "calls"),
    ROUTES("routes", "routes (operations)"),
    PLAN("plan", "plan"),
    EDIT("edit", "edit"),
    READ_TO_WRITTEN("readToWritten", "read to written"),
    DECIDE("decide", "decide"),
    RULES("rules", "rules");

    final String method;
    final String label;

    Stage(String method, String label) {
        this.method = method;
        this.label = label;
    }

    /** Whether it is put in relation to the parser's events. */
    boolean parses() {
        return this == READ || this == READ_TO_WRITTEN;
    }

    /** The name on the command line. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A regular expression for the benchmark's name. */
    String pattern() {
        return "^" + getClass().getPackageName().replace(".", "\\.") + "\\.[A-Za-z]+\\." + method + "$";
    }

    static Stage of(String benchmark) {
        return Stream.of(values())
                .filter(stage -> benchmark.endsWith("." + stage.method))
                .findFirst()
                .orElseThrow();
    }
}
