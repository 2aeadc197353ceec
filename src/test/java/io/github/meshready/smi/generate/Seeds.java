package io.github.meshready.smi.generate;

import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Runs a check on many random things, on all cores, as one test to JUnit. What fails is shown in full and named by its
 * seed: the smallest one that fails. With -Dseed=N there is only that one.
 */
final class Seeds {

    private Seeds() {}

    /** A check; it fails by throwing. */
    interface Check<T> {

        void on(T subject) throws Exception;
    }

    /** Whether checks run on all seeds, and not on one that somebody looks at. */
    static boolean areAll() {
        return Long.getLong("seed") == null;
    }

    /** @param subject makes the thing to check of a seed; its text names the seed and shows the thing */
    static <T> void each(int count, LongFunction<T> subject, Check<T> check) {
        LongStream seeds = areAll() ? LongStream.range(0, count) : LongStream.of(Long.getLong("seed"));
        seeds.parallel()
                .mapToObj(seed -> failure(subject.apply(seed), check))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    private static <T> AssertionError failure(T subject, Check<T> check) {
        try {
            check.on(subject);
            return null;
        } catch (Exception | AssertionError e) {
            return new AssertionError(e.getMessage() + "\n\n" + subject, e);
        }
    }
}
