package io.github.meshready.smi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.generate.GenerateRequest;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.generate.Generator;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.report.MeshJson;
import io.github.meshready.smi.report.rollout.Runbook;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twice as many workloads take about twice the work. What is allocated stands for the work, because it is the same on every
 * machine; a stage that compares everything with everything shows in it, unless it does so without making anything.
 */
class LinearGrowthTest {

    private static final int SIZE = 1_000;
    private static final double MOST_GROWTH = 2.2;

    @TempDir
    private Path base;

    private final Map<String, Long> allocated = new LinkedHashMap<>();

    @Test
    void stagesAllocateInProportion() throws Exception {
        run(10); // classes and what is made once
        Map<String, Long> once = run(SIZE);
        Map<String, Long> twice = run(2 * SIZE);
        SoftAssertions all = new SoftAssertions();
        once.forEach((stage, bytes) ->
                all.assertThat((double) twice.get(stage) / bytes).as(stage).isBetween(1.5, MOST_GROWTH));
        all.assertAll();
        assertThat(once).hasSize(7);
    }

    private Map<String, Long> run(int size) throws Exception {
        allocated.clear();
        byte[] text = manifests(size).getBytes(StandardCharsets.UTF_8);
        ManifestFile file = measure("read", () -> ManifestFile.parse("app.yaml", "k8s/app.yaml", text));
        Settings settings = Settings.DEFAULT;
        Application application =
                measure("application", () -> new ApplicationReader("shop", settings.dialect()).read(List.of(file)));
        measure("calls", () -> new CallFinder(application, Declarations.NONE).find());
        GenerateResult generated = measure("generate", () -> generate(text, settings));
        VerifyResult verified = measure(
                "verify",
                () -> new Verifier(Rules.all())
                        .verify(new VerifyRequest(
                                generated.applySet(), settings, Declarations.NONE, Set.of(), new FileNames(base))));
        measure("report", () -> new MeshJson("verify", List.of(), List.of(), Judgement.of(verified)).bytes());
        measure("runbook", () -> new Runbook(generated, Judgement.of(verified), "shop", "target/smi").bytes());
        assertThat(verified.facts().graph().calls()).hasSize(2 * size);
        return new LinkedHashMap<>(allocated);
    }

    private GenerateResult generate(byte[] text, Settings settings) throws IOException {
        Path manifests = Files.createDirectories(base.resolve("k8s")).resolve("app.yaml");
        Files.write(manifests, text);
        return new Generator()
                .generate(new GenerateRequest(
                        new FileNames(base),
                        Inputs.of(List.of(manifests)),
                        base.resolve("target/smi"),
                        base.resolve("target/smi.yml"),
                        Declarations.NONE,
                        PlanRequest.of(settings)));
    }

    private <T> T measure(String stage, Callable<T> work) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        T result = work.call();
        allocated.put(stage, threads.getCurrentThreadAllocatedBytes() - before);
        return result;
    }

    /** Each workload calls two others, one by a variable and one by a file. */
    private static String manifests(int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append(
                    """
                    ---
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web-%1$d, namespace: team-%2$d}
                    spec:
                      selector: {matchLabels: {app: web-%1$d}}
                      template:
                        metadata: {labels: {app: web-%1$d}}
                        spec:
                          containers:
                          - name: main
                            image: example/web-%1$d:1.0
                            ports:
                            - {name: http, containerPort: 8080}
                            env:
                            - name: NEXT_URL
                              value: http://web-%3$d.team-%4$d:8080/api
                            volumeMounts:
                            - {name: config, mountPath: /config}
                          volumes:
                          - name: config
                            configMap: {name: web-%1$d}
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: web-%1$d, namespace: team-%2$d}
                    spec:
                      selector: {app: web-%1$d}
                      ports:
                      - {name: http, port: 8080}
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: web-%1$d, namespace: team-%2$d}
                    data:
                      application.properties: |
                        # who else is asked
                        other.url=http://web-%5$d.team-%6$d:8080
                    """.formatted(i, i % 10, (i + 1) % size, (i + 1) % size % 10, (i + 7) % size, (i + 7) % size % 10));
        }
        return text.toString();
    }
}
