package io.github.meshready.bench;

import io.github.meshready.bench.application.Layout;
import io.github.meshready.bench.process.Compare;
import io.github.meshready.bench.stage.StageBenchmarks;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Starts what the first word says: {@code processes}, {@code stages} or {@code application}. See README.md. */
public final class Main {

    private Main() {}

    /** @param arguments what to do, and its options */
    public static void main(String[] arguments) throws Exception {
        String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        try {
            switch (arguments.length == 0 ? "" : arguments[0]) {
                case "processes" -> Compare.main(rest);
                case "stages" -> StageBenchmarks.main(rest);
                case "application" -> application(rest);
                default -> throw new UsageException("processes, stages or application comes first; see README.md");
            }
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void application(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            throw new UsageException("application WORKLOADS FOLDER one|workload|object");
        }
        int size = new Arguments(Map.of("WORKLOADS", "1"), "WORKLOADS", arguments[0]).number("WORKLOADS");
        Layout.of(arguments[2]).write(size, Path.of(arguments[1]));
    }
}
