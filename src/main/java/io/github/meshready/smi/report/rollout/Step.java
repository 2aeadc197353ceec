package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.report.Markdown;

/** One step of the runbook. */
abstract class Step {

    final Rollout rollout;
    private final String title;

    /**
     * A step of an application's way.
     *
     * @param title what is done, in a word or two
     */
    Step(String title, Rollout rollout) {
        this.title = title;
        this.rollout = rollout;
    }

    final String title() {
        return title;
    }

    /** Whether there is anything to do; for most steps, if any workload gets a sidecar. */
    boolean applies() {
        return !rollout.meshed().isEmpty();
    }

    /** Writes what stands below the title. */
    abstract void write(Markdown text);
}
