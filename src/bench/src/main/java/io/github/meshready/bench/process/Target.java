package io.github.meshready.bench.process;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What is aimed at; each part may be missing.
 *
 * @param ratio the highest ratio of CPU time
 * @param mebibytes the highest peak of memory
 * @param finish whether to finish at all is what is aimed at
 */
record Target(OptionalDouble ratio, OptionalDouble mebibytes, boolean finish) {

    static final Target NONE = new Target(OptionalDouble.empty(), OptionalDouble.empty(), false);

    /** To finish, whatever it costs. */
    static final Target FINISH = new Target(OptionalDouble.empty(), OptionalDouble.empty(), true);

    static Target ratio(double highest) {
        return new Target(OptionalDouble.of(highest), OptionalDouble.empty(), false);
    }

    /** The same, in so much memory. */
    Target within(double highest) {
        return new Target(ratio, OptionalDouble.of(highest), finish);
    }

    String ratioText() {
        return ratio.isPresent() ? String.format(Locale.ROOT, "≤ %.2f", ratio.getAsDouble()) : "";
    }

    String memoryText() {
        String highest = mebibytes.isPresent() ? String.format(Locale.ROOT, "≤ %,.0f", mebibytes.getAsDouble()) : "";
        return finish ? "finishes" : highest;
    }

    /**
     * Whether all of it was met: {@code yes}, {@code no}, or nothing where nothing is aimed at, or a ratio to what was not run.
     *
     * @param measured the ratio, if there is one
     * @param peak in MiB
     */
    String met(OptionalDouble measured, double peak) {
        if (equals(NONE) || ratio.isPresent() && measured.isEmpty()) {
            return "";
        }
        boolean ratioMet = ratio.isEmpty() || measured.getAsDouble() <= ratio.getAsDouble();
        boolean memoryMet = mebibytes.isEmpty() || peak <= mebibytes.getAsDouble();
        return ratioMet && memoryMet ? "yes" : "no";
    }

    /** The same of what failed. */
    String metByFailure() {
        return equals(NONE) ? "" : "no";
    }
}
