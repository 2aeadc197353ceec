package io.github.meshready.bench.stage;

import io.github.meshready.bench.Arguments;
import io.github.meshready.bench.Machine;
import io.github.meshready.bench.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the stages in JMH, whose own output goes to the error stream, and prints a table. See README.md. */
public final class StageBenchmarks {

    private static final Map<String, String> DEFAULTS =
            Map.of("--sizes", "100,1000", "--rounds", "5", "--seconds", "2", "--forks", "1", "--only", "");

    private static final String MANY_CALLS = "decide-50000";
    private static final int LARGE = 10_000;

    /** So many that five different ones are left for each workload, those that make none included. */
    private static final int FEWEST_CALLS_OF_LARGE = 7;

    private final Arguments arguments;
    private final List<String> only;

    private StageBenchmarks(Arguments arguments) {
        this.arguments = arguments;
        this.only = arguments.list("--only");
    }

    /** @throws UsageException if the arguments mean nothing */
    public static void main(String[] given) throws RunnerException {
        Arguments arguments = new Arguments(DEFAULTS, given);
        Set<String> names = new TreeSet<>(Set.of(MANY_CALLS));
        Stream.of(Stage.values()).map(Stage::option).forEach(names::add);
        if (!names.containsAll(arguments.list("--only"))) {
            throw new UsageException("--only takes some of " + names);
        }
        new StageBenchmarks(arguments).run();
    }

    private void run() throws RunnerException {
        System.out.println(Machine.described() + "; medians of " + arguments.text("--rounds") + " × "
                + arguments.text("--seconds") + " s in " + arguments.text("--forks") + " warm JVMs\n");
        StageTable.HEAD.forEach(System.out::println);
        List<Stage> stages = Stream.of(Stage.values()).filter(this::isWanted).toList();
        if (!stages.isEmpty()) {
            StageTable table = new StageTable(measure(stages, arguments.numbers("--sizes"), 2));
            for (int size : arguments.numbers("--sizes")) {
                stages.forEach(stage -> System.out.println(table.row(stage, size)));
            }
        }
        if (only.isEmpty() || only.contains(MANY_CALLS)) {
            Measured measured = measure(List.of(Stage.DECIDE), List.of(LARGE), FEWEST_CALLS_OF_LARGE);
            System.out.println(new StageTable(measured).decided(LARGE, LARGE * Verified.MOST_CALLS));
        }
    }

    /** What is put in relation to the parser's events needs these. */
    private boolean isWanted(Stage stage) {
        boolean relative = stage == Stage.EVENTS
                && Stream.of(Stage.values()).filter(Stage::parses).anyMatch(each -> only.contains(each.option()));
        return only.isEmpty() || only.contains(stage.option()) || relative;
    }

    private Measured measure(List<Stage> stages, List<Integer> sizes, int fewestCalls) throws RunnerException {
        TimeValue seconds = TimeValue.seconds(arguments.number("--seconds"));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MILLISECONDS)
                .warmupIterations(arguments.number("--rounds"))
                .warmupTime(seconds)
                .measurementIterations(arguments.number("--rounds"))
                .measurementTime(seconds)
                .forks(arguments.number("--forks"))
                .jvmArgs("-Xmx2g")
                .shouldFailOnError(false)
                .param("size", sizes.stream().map(String::valueOf).toArray(String[]::new))
                .param("fewestCalls", String.valueOf(fewestCalls));
        stages.forEach(stage -> options.include(stage.pattern()));
        Measured measured = new Measured();
        new Runner(options.build(), OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL))
                .run()
                .forEach(measured::add);
        return measured;
    }
}
