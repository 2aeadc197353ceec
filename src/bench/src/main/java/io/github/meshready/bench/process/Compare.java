package io.github.meshready.bench.process;

import io.github.meshready.bench.Machine;
import io.github.meshready.bench.UsageException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs the goals, an empty goal and other tools on the same applications as whole processes, in turn, and prints the medians of
 * CPU time, wall time and peak memory as {@code /usr/bin/time} tells them. See README.md.
 */
public final class Compare {

    /** From here on a round takes so long that it warms itself up. */
    private static final int LARGE = 10_000;

    private final Options options;

    private Compare(Options options) {
        this.options = options;
    }

    /** @throws UsageException if the arguments mean nothing, or the empty goal does not run */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Compare(Options.of(arguments)).run();
    }

    private void run() throws IOException, InterruptedException {
        System.out.println(Machine.described()
                + (options.jvm().isEmpty() ? "" : ", MAVEN_OPTS=\"" + options.jvm() + "\"")
                + "; medians of " + options.runs()
                + " rounds, CPU time in user and system seconds of the whole process\n");
        Table.HEAD.forEach(System.out::println);
        Subjects subjects = new Subjects(options);
        for (int size : options.sizes()) {
            compare(size, subjects);
        }
    }

    private void compare(int size, Subjects subjects) throws IOException, InterruptedException {
        String name = size + "-" + options.layout();
        Path project = Project.write(options.folder().resolve(name), size, options.layout());
        Runner runner = new Runner(project, options.jvm());
        Comparison comparison = new Comparison(runner, subjects.empty(), subjects.of(size), options.only());
        for (int round = size < LARGE ? 0 : 1; round <= options.runs(); round++) {
            System.err.println(size + " workloads, round " + round + " of " + options.runs());
            comparison.round(round > 0);
        }
        Table table = new Table(size, comparison.rounds());
        System.out.println(table.row(subjects.empty()));
        comparison.measured().forEach(subject -> System.out.println(table.row(subject)));
    }
}
