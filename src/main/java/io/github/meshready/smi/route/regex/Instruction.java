package io.github.meshready.smi.route.regex;

/** An instruction of a program of RE2, before it is laid out (re2, prog.h). */
final class Instruction {

    /** What it does. */
    enum Kind {
        FAIL,
        MATCH,
        /** Goes on both ways. */
        FORK,
        /** Goes on, and does nothing else. */
        NOTHING,
        /** Reads a byte, notes a place, or looks whether an end is there. */
        STEP
    }

    final Kind kind;
    int out;
    int otherOut;

    Instruction(Kind kind) {
        this.kind = kind;
    }
}
