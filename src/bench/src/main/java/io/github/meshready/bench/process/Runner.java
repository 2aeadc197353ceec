package io.github.meshready.bench.process;

import io.github.meshready.bench.UsageException;
import io.github.meshready.bench.process.Outcome.Failure;
import io.github.meshready.bench.process.Outcome.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs commands in a folder and says what they cost, as GNU time tells it. */
final class Runner {

    private static final String TIME = "/usr/bin/time";
    private static final int SIGNALS = 128;
    private static final int SHOWN = 20;

    private final Path folder;
    private final String jvm;

    /** @param jvm options of the JVM of every run of Maven */
    Runner(Path folder, String jvm) {
        if (!Files.isExecutable(Path.of(TIME))) {
            throw new UsageException("GNU time has to be installed as " + TIME);
        }
        this.folder = folder;
        this.jvm = jvm;
    }

    /** Runs a command in the state that it starts from. Why it fails is printed. */
    Outcome run(Subject subject) throws IOException, InterruptedException {
        Path log = Files.createTempFile("bench", ".log");
        Path times = Files.createTempFile("bench", ".time");
        try {
            if (subject.after().isEmpty()) {
                start(List.of("rm", "-rf", "target"), "", log);
            }
            List<String> timed = new ArrayList<>(List.of(TIME, "-o", times.toString(), "-f", "%U %S %e %M"));
            timed.addAll(subject.command());
            int code = start(timed, subject.jvm(), log);
            if (code == 0) {
                return figures(Files.readString(times));
            }
            List<String> said = Files.readAllLines(log);
            System.err.println(String.join(" ", subject.command()) + " ended with " + code);
            said.stream().skip(Math.max(0, said.size() - SHOWN)).forEach(line -> System.err.println("    " + line));
            return new Failure(reason(code, said));
        } finally {
            Files.delete(log);
            Files.delete(times);
        }
    }

    private int start(List<String> command, String more, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("MAVEN_OPTS", (jvm + " " + more).strip());
        return builder.start().waitFor();
    }

    private static Figures figures(String times) {
        List<Double> values =
                Stream.of(times.strip().split(" ")).map(Double::valueOf).toList();
        return new Figures(values.get(0) + values.get(1), values.get(2), values.get(3) / 1024);
    }

    private static String reason(int code, List<String> said) {
        String all = String.join("\n", said).toLowerCase(Locale.ROOT);
        if (all.contains("outofmemoryerror") || all.contains("java heap space") || all.contains("gc overhead")) {
            return "out of memory";
        }
        if (all.contains("offline mode")) {
            return "not downloaded";
        }
        return code > SIGNALS ? "signal " + (code - SIGNALS) : "exit " + code;
    }
}
