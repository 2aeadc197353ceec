package io.github.meshready.bench.process;

import java.util.List;
import java.util.Optional;

/**
 * Something to measure.
 *
 * @param name what it is called in the table
 * @param after the subject whose output it starts from; empty if it starts from none, and {@code target} is removed before
 * @param command what is run
 * @param jvm options for the JVM of Maven, beside those of every run
 * @param other whether it is another tool than this plugin
 * @param target what is aimed at: of the ratio of its CPU time to the empty goal's or, for another tool, of both goals' CPU time to its
 */
record Subject(String name, Optional<String> after, List<String> command, String jvm, boolean other, Target target) {

    static final String EMPTY = "empty";
    static final String BOTH = "both";

    /** A subject that starts from nothing, in any JVM, and is not aimed at anything. */
    Subject(String name, List<String> command) {
        this(name, Optional.empty(), command, "", false, Target.NONE);
    }

    Subject from(String output) {
        return new Subject(name, Optional.of(output), command, jvm, other, target);
    }

    Subject with(String options) {
        return new Subject(name, after, command, options, other, target);
    }

    Subject asOther() {
        return new Subject(name, after, command, jvm, true, target);
    }

    Subject aimedAt(Target aim) {
        return new Subject(name, after, command, jvm, other, aim);
    }
}
