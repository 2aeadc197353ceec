package io.github.meshready.smi.lastrun;

/**
 * Something that a run printed.
 *
 * @param level where
 * @param text what, in one line or several
 */
public record Said(Level level, String text) {

    /** Where lines go. */
    public enum Level {
        INFO,
        WARN,
        ERROR,
        /** Past Maven's log, where CI reads commands. */
        CONSOLE
    }
}
