package io.github.meshready.smi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.policy.PlanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes: one after the other or at once, here or in another part of the world. */
class ParallelRunsTest {

    private static final int MODULES = 20;

    @TempDir
    private Path base;

    @Test
    void writesTheSameWithFourThreadsAsWithOne() throws Exception {
        for (int module = 0; module < MODULES; module++) {
            generate("one", module);
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int module = 0; module < MODULES; module++) {
                int number = module;
                runs.add(threads.submit(() -> {
                    generate("four", number);
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(contents("four")).isEqualTo(contents("one")).hasSizeGreaterThan(3 * MODULES);
    }

    @Test
    void writesTheSameElsewhere() throws IOException {
        List<String> documents = new RandomApplication(1).documents();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        generate("here", 1, documents);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            generate("a rather longer place/elsewhere", 1, documents);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(contents("a rather longer place/elsewhere")).isEqualTo(contents("here"));
    }

    private void generate(String place, int module) throws IOException {
        generate(place, module, new RandomApplication(module).documents());
    }

    private void generate(String place, int module, List<String> documents) throws IOException {
        Path project = base.resolve(place).resolve("m" + module);
        Files.createDirectories(project.resolve("k8s"));
        Files.writeString(project.resolve("k8s/app.yaml"), String.join("---\n", documents));
        new Generator()
                .generate(new GenerateRequest(
                        new FileNames(project),
                        Inputs.of(List.of(project.resolve("k8s"))),
                        project.resolve("target/smi"),
                        project.resolve("target/smi.yml"),
                        Declarations.NONE,
                        PlanRequest.of(Settings.DEFAULT)));
    }

    private TreeMap<String, String> contents(String place) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        Path folder = base.resolve(place);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
