package io.github.meshready.smi.report.rollout;

/** One step of the runbook. */
interface Step {

    /** What is done, in a word or two. */
    String title();

    /** Whether there is anything to do. */
    boolean applies();

    /** Writes what stands below the title. */
    void write(Markdown text);
}
