package io.github.meshready.bench.process;

/** What came of a process. */
sealed interface Outcome {

    /**
     * What it cost.
     *
     * @param cpu seconds of all its threads, in user and system mode
     * @param wall seconds from start to end
     * @param mebibytes its largest resident set
     */
    record Figures(double cpu, double wall, double mebibytes) implements Outcome {}

    /**
     * It did not end well, so that nothing is known of its cost.
     *
     * @param why in a word
     */
    record Failure(String why) implements Outcome {}
}
