package io.github.meshready.smi;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.meshready.smi.report.GenerateText;
import io.github.meshready.smi.report.MeshJson;
import io.github.meshready.smi.report.rollout.Runbook;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/** The stages of both goals, one after the other, on an application of some size, and what each of them costs. */
final class Stages {

    private final Path base;
    private final LongSupplier meter;
    private final Map<String, Long> costs = new LinkedHashMap<>();

    /** @param meter what has been spent until now, in a unit that the caller chooses */
    Stages(Path base, LongSupplier meter) {
        this.base = base;
        this.meter = meter;
    }

    /** What each stage costs for so many workloads. */
    Map<String, Long> run(int size) throws Exception {
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
        measure("text", () -> new GenerateText(generated, "osm", "shop", "target/smi").lines());
        measure("report", () -> new MeshJson("verify", List.of(), List.of(), Judgement.of(verified)).bytes());
        measure("runbook", () -> new Runbook(generated, Judgement.of(verified), "shop", "target/smi").bytes());
        assertThat(verified.facts().graph().calls()).hasSize(2 * size);
        return costs;
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
        long before = meter.getAsLong();
        T result = work.call();
        costs.put(stage, meter.getAsLong() - before);
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
