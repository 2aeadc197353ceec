package io.github.meshready.smi.mojo;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells of the stages of a goal that takes its time, so that nobody thinks it hangs; of a short one nothing. */
final class Progress implements Consumer<String> {

    private static final long SHORT = 2_000_000_000;

    private final LongSupplier clock;
    private Consumer<String> log = stage -> {};
    private long start;

    /** @param clock nanoseconds since some moment */
    Progress(LongSupplier clock) {
        this.clock = clock;
    }

    /** A goal starts now. */
    void start(Consumer<String> newLog) {
        log = newLog;
        start = clock.getAsLong();
    }

    @Override
    public void accept(String stage) {
        if (clock.getAsLong() - start >= SHORT) {
            log.accept(stage);
        }
    }
}
