package io.github.meshready.bench.process;

import io.github.meshready.bench.Arguments;
import io.github.meshready.bench.UsageException;
import io.github.meshready.bench.application.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What was asked for.
 *
 * @param sizes numbers of workloads
 * @param runs rounds that count
 * @param maven the command that starts Maven, with options that hold for every run
 * @param jvm options of the JVM of every run of Maven
 * @param layout how the manifests are spread
 * @param folder where the applications are kept
 * @param only names of the subjects to run beside the empty goal; all if there are none
 * @param version of the plugin
 */
record Options(
        List<Integer> sizes,
        int runs,
        List<String> maven,
        String jvm,
        Layout layout,
        Path folder,
        List<String> only,
        String version) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "--sizes", "10,100,1000,10000",
            "--runs", "5",
            "--maven", "mvn -q -o",
            "--jvm", "",
            "--layout", "one",
            "--folder", "target/bench",
            "--only", "",
            "--version", "0.1.0-SNAPSHOT");

    /** @throws UsageException if one of them means nothing */
    static Options of(String... given) {
        Arguments arguments = new Arguments(DEFAULTS, given);
        List<String> unknown = arguments.list("--only").stream()
                .filter(each -> !Subjects.NAMES.contains(each))
                .toList();
        if (!unknown.isEmpty()) {
            throw new UsageException("--only takes some of " + Subjects.NAMES + ", not " + unknown);
        }
        if (arguments.number("--runs") < 1) {
            throw new UsageException("--runs takes a number above 0");
        }
        return new Options(
                arguments.numbers("--sizes"),
                arguments.number("--runs"),
                arguments.words("--maven"),
                arguments.text("--jvm"),
                Layout.of(arguments.text("--layout")),
                Path.of(arguments.text("--folder")).toAbsolutePath(),
                arguments.list("--only"),
                arguments.text("--version"));
    }
}
