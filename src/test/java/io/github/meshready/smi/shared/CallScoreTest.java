package io.github.meshready.smi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.manifest.ManifestReader;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.ModuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Precision and recall over applications whose calls are known, from manifests alone and with the modules' resources.
 * Leaves what was found in {@code target/calls.tsv}, for the score that comes with the applications.
 */
class CallScoreTest {

    private int granted;
    private int right;
    private final List<Double> precisions = new ArrayList<>();
    private final List<Double> recalls = new ArrayList<>();

    @Test
    void findsMostCallsAndHardlyAnyOther() throws IOException {
        Path corpus = SharedData.folder("corpus");
        List<String> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(corpus)) {
            for (Path folder : folders.filter(each -> Files.exists(each.resolve("truth.tsv")))
                    .sorted()
                    .toList()) {
                List<String> manifestsOnly = calls(folder, List.of());
                score(folder, manifestsOnly);
                List<String> withResources = calls(folder, modules(folder));
                assertThat(withResources).containsAll(manifestsOnly);
                withResources.forEach(call -> found.add(folder.getFileName() + "\t" + call));
            }
        }
        Files.write(Files.createDirectories(Path.of("target")).resolve("calls.tsv"), found);
        assertThat(mean(precisions)).as("precision").isGreaterThan(0.97);
        assertThat(mean(recalls)).as("recall of what manifests show").isGreaterThan(0.9);
        assertThat(granted).isGreaterThan(50);
        assertThat((double) right / granted).as("protocols").isGreaterThan(0.97);
    }

    private static List<BuildModule> modules(Path folder) {
        Path resources = folder.resolve("resources");
        return Files.isDirectory(resources)
                ? new ModuleReader(new FileNames(folder), Limits.DEFAULT).find(resources)
                : List.of();
    }

    /** Source, destination, port and protocol of each granted call, as the truth writes them. */
    private static List<String> calls(Path folder, List<BuildModule> modules) {
        Application application = new ApplicationReader("default", Dialect.DEFAULT)
                .read(ManifestReader.ofInput(new FileNames(folder), List.of())
                        .read(Inputs.of(List.of(folder.resolve("manifests"))))
                        .files());
        return new CallFinder(application, new Declarations(List.of(), List.of(), modules))
                .find().calls().stream().map(CallScoreTest::line).toList();
    }

    private static String line(Call call) {
        String protocol = call.protocol() == AppProtocol.TCP_SERVER_FIRST
                ? "server-first"
                : call.protocol().toString();
        return String.join(
                "\t",
                call.source().id(),
                call.service().name().toString(),
                Integer.toString(call.port().number()),
                protocol);
    }

    private void score(Path folder, List<String> calls) throws IOException {
        Set<String> required = new HashSet<>();
        Set<String> optional = new HashSet<>();
        Set<String> protocols = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("truth.tsv"))) {
            String[] fields = line.split("\t", -1);
            String edge = named(fields[0]) + "\t" + named(fields[1]) + "\t" + fields[2];
            boolean visible = fields[5].startsWith("manifest") && fields[6].equals("required");
            (visible ? required : optional).add(edge);
            protocols.add(edge + "\t" + fields[3]);
            if (fields[3].equals("tcp") || fields[3].equals("server-first")) {
                protocols.add(edge + "\t" + (fields[3].equals("tcp") ? "server-first" : "tcp"));
            }
        }
        Set<String> edges = new HashSet<>();
        calls.forEach(call -> edges.add(call.substring(0, call.lastIndexOf('\t'))));
        long hits = edges.stream().filter(required::contains).count();
        long misses = edges.stream()
                .filter(edge -> !required.contains(edge) && !optional.contains(edge))
                .count();
        granted += (int) hits;
        right += (int) calls.stream()
                .filter(call -> required.contains(call.substring(0, call.lastIndexOf('\t'))))
                .filter(protocols::contains)
                .count();
        if (hits + misses > 0) {
            precisions.add((double) hits / (hits + misses));
        }
        if (!required.isEmpty()) {
            recalls.add((double) hits / required.size());
        }
    }

    /** The truth writes a dash where a manifest names no namespace. */
    private static String named(String name) {
        return name.startsWith("-/") ? "default" + name.substring(1) : name.replace("/-/", "/default/");
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
