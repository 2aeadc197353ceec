package io.github.meshready.bench.stage;

import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.manifest.ManifestFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.reader.UnicodeReader;

/** What is measured against the YAML parser: its own events, reading, and all of {@code smi:generate} but Maven. */
public class ReadBenchmark {

    /** Manifests of which nothing has been written yet. */
    @State(Scope.Benchmark)
    public static class Unwritten {

        private Manifests manifests;

        /** Takes over the manifests. */
        @Setup
        public void take(Manifests given) {
            manifests = given;
        }

        /** Removes what the call before has written. */
        @Setup(Level.Invocation)
        public void clear() throws IOException {
            manifests.removeOutput();
        }
    }

    /** The parser's events over the bytes, and nothing made of them. */
    @Benchmark
    public void events(Manifests manifests, Blackhole hole) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        UnicodeReader reader = new UnicodeReader(new ByteArrayInputStream(manifests.bytes()));
        for (Event event : new Yaml(options).parse(reader)) {
            hole.consume(event);
        }
    }

    /** Documents with positions, from the bytes. */
    @Benchmark
    public ManifestFile read(Manifests manifests) {
        return ManifestFile.parse("application.yaml", "k8s/application.yaml", manifests.bytes());
    }

    /** From the file to the apply set and the combined file on disk, none of which were there. */
    @Benchmark
    public GenerateResult readToWritten(Unwritten unwritten) throws IOException {
        return unwritten.manifests.generate();
    }
}
