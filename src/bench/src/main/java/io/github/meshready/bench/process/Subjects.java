package io.github.meshready.bench.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is compared, and what is aimed at. */
final class Subjects {

    /** Names of all that can be asked for. */
    static final Set<String> NAMES = new TreeSet<>(
            List.of(Subject.BOTH, "again", "generate", "verify", "both-Xmx512m", "jkube", "kustomize", "kpt"));

    private static final String PLUGIN = "io.github.meshready:smi-maven-plugin:";
    private static final String NOTHING = "io.github.meshready.bench:empty-maven-plugin:1:empty";
    private static final String JKUBE = "org.eclipse.jkube:kubernetes-maven-plugin:1.19.0:resource";

    private static final int LARGEST = 10_000;

    /** Beyond it JKube and kustomize take minutes. */
    static final int LARGEST_OF_OTHERS = 1_000;

    private static final double MEBIBYTES = 1_024;

    private static final Map<Integer, Target> OF_BOTH = Map.of(
            10,
            Target.ratio(1.4),
            100,
            Target.ratio(1.5),
            1_000,
            Target.ratio(2.2),
            LARGEST,
            Target.ratio(6).within(MEBIBYTES));
    private static final Map<Integer, Target> OF_JKUBE =
            Map.of(10, Target.ratio(1 / 2.0), 100, Target.ratio(1 / 4.0), 1_000, Target.ratio(1 / 12.0));
    private static final Map<Integer, Target> OF_KUSTOMIZE = Map.of(1_000, Target.ratio(1 / 5.0));
    private static final Target OF_AGAIN = Target.ratio(1.2);

    private final Options options;
    private final String generate;
    private final String verify;

    Subjects(Options options) {
        this.options = options;
        this.generate = PLUGIN + options.version() + ":generate";
        this.verify = PLUGIN + options.version() + ":verify";
    }

    /** What everything is compared with. */
    Subject empty() {
        return new Subject(Subject.EMPTY, maven(NOTHING));
    }

    /** What can be run of an application; whatever starts from the output of another stands behind that. */
    List<Subject> of(int size) {
        List<Subject> all = new ArrayList<>();
        Subject both = new Subject(Subject.BOTH, maven(generate, verify));
        all.add(both.aimedAt(OF_BOTH.getOrDefault(size, Target.NONE)));
        all.add(new Subject("again", maven(generate, verify)).from(Subject.BOTH).aimedAt(OF_AGAIN));
        all.add(new Subject("generate", maven(generate)));
        all.add(new Subject("verify", maven(verify)).from("generate"));
        if (size >= LARGEST) {
            all.add(new Subject("both-Xmx512m", both.command()).with("-Xmx512m").aimedAt(Target.FINISH));
        }
        if (size <= LARGEST_OF_OTHERS) {
            all.add(new Subject("jkube", maven("-Djkube.skipResourceValidation", JKUBE))
                    .asOther()
                    .aimedAt(OF_JKUBE.getOrDefault(size, Target.NONE)));
            all.add(new Subject("kustomize", List.of("kubectl", "kustomize", "."))
                    .asOther()
                    .aimedAt(OF_KUSTOMIZE.getOrDefault(size, Target.NONE)));
        }
        all.add(new Subject("kpt", List.of("kpt", "fn", "source", "k8s")).asOther());
        all.removeIf(subject -> !isInstalled(subject.command().get(0)));
        return all;
    }

    private List<String> maven(String... arguments) {
        return Stream.concat(options.maven().stream(), Stream.of(arguments)).toList();
    }

    private static boolean isInstalled(String program) {
        return program.contains("/")
                || Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
