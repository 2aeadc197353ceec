package io.github.meshready.smi.report;

/** Numbers of things in words. */
public final class Count {

    private Count() {}

    /** {@code 1 file}, {@code 2 files}. */
    public static String of(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
