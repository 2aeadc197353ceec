package io.github.meshready.bench.stage;

import io.github.meshready.bench.application.Application;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.generate.GenerateRequest;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.generate.Generator;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.policy.PlanRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The manifests of an application, in memory and in a file of a folder of their own. */
@State(Scope.Benchmark)
public class Manifests {

    static final Settings SETTINGS = Settings.DEFAULT;

    /** Number of workloads. */
    @Param("100")
    public int size;

    /** What {@link Application} takes. */
    @Param("2")
    public int fewestCalls;

    private Scratch scratch;
    private Path file;
    private byte[] bytes;

    /** Writes the manifests. */
    @Setup
    public void write() throws IOException {
        scratch = new Scratch();
        bytes = new Application(size, fewestCalls).text().getBytes(StandardCharsets.UTF_8);
        file = Files.createDirectories(scratch.folder().resolve("k8s")).resolve("application.yaml");
        Files.write(file, bytes);
    }

    /** Removes everything that was written. */
    @TearDown
    public void remove() throws IOException {
        scratch.remove();
    }

    byte[] bytes() {
        return bytes;
    }

    Path folder() {
        return scratch.folder();
    }

    /** What {@code smi:generate} does: reads the file, plans, and writes the apply set and the combined file. */
    GenerateResult generate() throws IOException {
        return new Generator()
                .generate(new GenerateRequest(
                        folder(),
                        Inputs.of(List.of(file)),
                        output(),
                        folder().resolve("target/smi.yml"),
                        Declarations.NONE,
                        PlanRequest.of(SETTINGS)));
    }

    /** As if nothing had been generated yet. */
    void removeOutput() throws IOException {
        Scratch.remove(folder().resolve("target"));
    }

    private Path output() {
        return folder().resolve("target/smi");
    }
}
