package io.github.meshready.smi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One small application per signal of a call: each is found, and nothing is granted that is none. */
class SignalsTest {

    @Test
    void grantsEveryCallAndNoOther() throws IOException {
        Path signals = SharedData.folder("signals");
        Set<String> missed = new TreeSet<>();
        Set<String> falseCalls = new TreeSet<>();
        try (Stream<Path> folders = Files.list(signals)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                Set<String> expected = Files.readAllLines(folder.resolve("expected-edges.tsv")).stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .map(line -> line.split("\t"))
                        .map(edge ->
                                edge[0] + "/" + edge[1] + "/" + edge[2] + " " + edge[4] + "/" + edge[3] + " " + edge[5])
                        .collect(Collectors.toCollection(TreeSet::new));
                Set<String> granted = granted(folder);
                if (expected.containsAll(granted)) {
                    if (granted.size() < expected.size()) {
                        missed.add(folder.getFileName().toString());
                    }
                } else {
                    falseCalls.add(folder.getFileName() + " " + granted);
                }
            }
        }
        assertThat(falseCalls).isEmpty();
        assertThat(missed).as("signals that were not found").isEmpty();
    }

    private static Set<String> granted(Path folder) {
        Application application = new ApplicationReader("default", Dialect.DEFAULT)
                .read(ManifestReader.ofInput(new FileNames(folder), List.of())
                        .read(Inputs.of(List.of(folder.resolve("manifests.yaml"))))
                        .files());
        return new CallFinder(application, Declarations.NONE)
                .find().calls().stream()
                        .map(call -> call.source().id() + " " + call.service().name() + " "
                                + call.port().number())
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
