import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Runs the goals, an empty goal and other tools on the same applications as whole processes, in turn, and prints the medians of
 * CPU time, wall time and peak memory as {@code /usr/bin/time} tells them. A ratio is the median of the ratios of the rounds, so
 * that it holds on a machine whose speed drifts. See README.md.
 *
 * <pre>{@code java src/bench/Compare.java --sizes 10,100 --runs 5}</pre>
 */
public final class Compare {

    private static final String PLUGIN = "io.github.meshready:smi-maven-plugin:";
    private static final String EMPTY = "io.github.meshready.bench:empty-maven-plugin:1:empty";
    private static final String JKUBE = "org.eclipse.jkube:kubernetes-maven-plugin:1.19.0:resource";

    private final Options options;

    private Compare(Options options) {
        this.options = options;
    }

    /**
     * What was asked for.
     *
     * @param maven the command that starts Maven, with options that hold for every run
     * @param layout one, workload or object: how the manifests are spread
     * @param only names of the subjects to run beside the empty goal; all if there are none
     */
    private record Options(
            List<Integer> sizes, int runs, List<String> maven, String layout, Path folder, List<String> only, String version) {

        static Options of(String[] arguments) {
            Map<String, String> given = new LinkedHashMap<>(Map.of(
                    "--sizes", "10,100,1000,10000",
                    "--runs", "5",
                    "--maven", "mvn -q -o",
                    "--layout", "one",
                    "--folder", "target/bench",
                    "--only", "",
                    "--version", "0.1.0-SNAPSHOT"));
            for (int i = 0; i < arguments.length; i += 2) {
                if (i + 1 == arguments.length || given.put(arguments[i], arguments[i + 1]) == null) {
                    System.err.println("options: " + given);
                    System.exit(2);
                }
            }
            return new Options(
                    Stream.of(given.get("--sizes").split(",")).map(Integer::valueOf).toList(),
                    Integer.parseInt(given.get("--runs")),
                    words(given.get("--maven")),
                    given.get("--layout"),
                    Path.of(given.get("--folder")).toAbsolutePath(),
                    Stream.of(given.get("--only").split(",")).filter(each -> !each.isEmpty()).toList(),
                    given.get("--version"));
        }
    }

    /**
     * Something to measure.
     *
     * @param before a command that puts the folder into the state that the measured one starts from; empty for none
     * @param targets the highest ratio that is aimed at, by size: of its CPU time to the empty goal's or, for another tool, of both
     *     goals' CPU time to its
     */
    private record Subject(
            String name, List<String> before, List<String> command, Map<String, String> environment, boolean other,
            Map<Integer, Double> targets) {}

    private record Figures(double cpu, double wall, double mebibytes) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Compare(Options.of(arguments)).run();
    }

    private void run() throws IOException, InterruptedException {
        System.out.println(machine());
        System.out.println();
        System.out.println("| workloads | what | CPU s | ratio | target | wall s | peak MiB |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int size : options.sizes()) {
            Path project = project(size);
            List<Subject> subjects = subjects(size).stream()
                    .filter(each -> options.only().isEmpty() || options.only().contains(each.name()))
                    .toList();
            List<Map<String, Figures>> rounds = new ArrayList<>();
            for (int round = -1; round < options.runs(); round++) {
                Map<String, Figures> figures = new LinkedHashMap<>();
                figures.put("empty", measure(empty(), project));
                for (Subject subject : subjects) {
                    figures.put(subject.name(), measure(subject, project));
                }
                if (round >= 0 || size >= 10_000) {
                    rounds.add(figures);
                }
            }
            print(size, empty(), rounds);
            subjects.forEach(subject -> print(size, subject, rounds));
        }
    }

    private Subject empty() {
        return new Subject("empty", List.of(), maven(EMPTY), Map.of(), false, Map.of());
    }

    private List<Subject> subjects(int size) {
        String generate = PLUGIN + options.version() + ":generate";
        String verify = PLUGIN + options.version() + ":verify";
        List<String> clear = List.of("rm", "-rf", "target");
        List<Subject> all = new ArrayList<>();
        all.add(new Subject("both", clear, maven(generate, verify), Map.of(), false,
                Map.of(10, 1.4, 100, 1.5, 1000, 2.2, 10_000, 6.0)));
        all.add(new Subject("again", List.of(), maven(generate, verify), Map.of(), false,
                Map.of(10, 1.2, 100, 1.2, 1000, 1.2, 10_000, 1.2)));
        all.add(new Subject("generate", clear, maven(generate), Map.of(), false, Map.of()));
        all.add(new Subject("verify", List.of(), maven(verify), Map.of(), false, Map.of()));
        if (size >= 10_000) {
            all.add(new Subject("both-Xmx512m", clear, maven(generate, verify), Map.of("MAVEN_OPTS", "-Xmx512m"), false, Map.of()));
        }
        if (size <= 1000) {
            all.add(new Subject("jkube", List.of("rm", "-rf", "target"), maven("-Djkube.skipResourceValidation", JKUBE), Map.of(), true,
                    Map.of(10, 0.5, 100, 0.25, 1000, 1 / 12.0)));
            tool("kustomize", List.of("kubectl", "kustomize", "."), Map.of(1000, 0.2)).ifPresent(all::add);
        }
        tool("kpt", List.of("kpt", "fn", "source", "k8s"), Map.of()).ifPresent(all::add);
        return all;
    }

    private Optional<Subject> tool(String name, List<String> command, Map<Integer, Double> targets) {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command.get(0))));
        return installed
                ? Optional.of(new Subject(name, List.of(), command, Map.of(), true, targets))
                : Optional.empty();
    }

    private List<String> maven(String... arguments) {
        return Stream.concat(options.maven().stream(), Stream.of(arguments)).toList();
    }

    /** A project without plugins: what runs is named on the command line, so that all runs read the same pom. */
    private Path project(int size) throws IOException, InterruptedException {
        Path project = options.folder().resolve(size + "-" + options.layout());
        Path manifests = project.resolve("k8s");
        if (Files.notExists(manifests)) {
            String generator = Path.of("src/bench/Applications.java").toAbsolutePath().toString();
            generate(generator, size, manifests, options.layout());
            generate(generator, size, project.resolve("src/main/jkube"), "object");
        }
        Files.writeString(project.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                %s
                patches:
                - target: {kind: Deployment}
                  patch: '[{op: add, path: /spec/template/spec/serviceAccountName, value: app}]'
                """.formatted(resources(manifests)));
        Files.writeString(project.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>bench</groupId>
                  <artifactId>application</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                </project>
                """);
        return project;
    }

    private static void generate(String generator, int size, Path folder, String layout) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run(List.of("java", generator, String.valueOf(size), folder.toString(), layout), folder, Map.of());
    }

    private static String resources(Path manifests) throws IOException {
        try (Stream<Path> files = Files.list(manifests)) {
            return String.join("\n", files.map(file -> "- k8s/" + file.getFileName()).sorted()
                    .toList());
        }
    }

    private Figures measure(Subject subject, Path project) throws IOException, InterruptedException {
        if (!subject.before().isEmpty()) {
            run(subject.before(), project, Map.of());
        }
        Path times = options.folder().resolve("time.txt");
        List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-o", times.toString(), "-f", "%U %S %e %M"));
        timed.addAll(subject.command());
        run(timed, project, subject.environment());
        List<Double> values = words(Files.readString(times).strip()).stream().map(Double::valueOf).toList();
        return new Figures(values.get(0) + values.get(1), values.get(2), values.get(3) / 1024);
    }

    /** What fails has no figures: the benchmark stops and shows what was printed. */
    private static void run(List<String> command, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("bench", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code + "\n" + Files.readString(log));
            }
        } finally {
            Files.delete(log);
        }
    }

    private void print(int size, Subject subject, List<Map<String, Figures>> rounds) {
        String ratio = "";
        if (subject.other() && rounds.get(0).containsKey("both")) {
            ratio = "both: %.2f × it".formatted(
                    median(rounds, round -> round.get("both").cpu() / round.get(subject.name()).cpu()));
        } else if (!subject.other()) {
            ratio = "%.2f × empty".formatted(
                    median(rounds, round -> round.get(subject.name()).cpu() / round.get("empty").cpu()));
        }
        Double target = subject.targets().get(size);
        System.out.println(String.format(Locale.ROOT, "| %d | %s | %.2f | %s | %s | %.2f | %.0f |",
                size,
                subject.name(),
                median(rounds, round -> round.get(subject.name()).cpu()),
                ratio,
                target == null ? "" : String.format(Locale.ROOT, "≤ %.2f", target),
                median(rounds, round -> round.get(subject.name()).wall()),
                median(rounds, round -> round.get(subject.name()).mebibytes())));
    }

    private static double median(List<Map<String, Figures>> rounds, ToDoubleFunction<Map<String, Figures>> figure) {
        List<Double> sorted = rounds.stream().map(figure::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" +"));
    }

    private static String machine() {
        return "%d processors, JDK %s, %s; medians of CPU time, as user and system seconds of the whole process"
                .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version(), System.getProperty("os.name"));
    }
}
