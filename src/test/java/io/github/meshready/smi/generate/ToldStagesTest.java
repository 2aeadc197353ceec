package io.github.meshready.smi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever waits is told which stages are done, with counts. */
class ToldStagesTest {

    @TempDir
    private Path base;

    @Test
    void comeInOrder() throws IOException {
        Path manifest = Files.writeString(base.resolve("app.yaml"), """
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                spec:
                  selector: {app: web}
                  ports:
                  - {name: http, port: 80}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                      - {name: web, image: web}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: client, namespace: shop}
                spec:
                  containers:
                  - name: client
                    image: client
                    env:
                    - {name: WEB_URL, value: http://web}
                """);
        FileNames names = new FileNames(base);
        List<String> told = new ArrayList<>();
        GenerateResult result = new Generator(told::add)
                .generate(new GenerateRequest(
                        names,
                        Inputs.of(List.of(manifest)),
                        base.resolve("smi"),
                        base.resolve("smi.yml"),
                        Declarations.NONE,
                        PlanRequest.of(Settings.DEFAULT)));
        assertThat(told).containsExactly("Objects read: 3", "Calls found: 1", "Files planned: 4", "Files written: 4");
        told.clear();
        new Verifier(List.of(), told::add)
                .verify(new VerifyRequest(result.applySet(), Settings.DEFAULT, Declarations.NONE, Set.of(), names));
        assertThat(told).containsExactly("Calls decided: 1", "Rules checked: 0");
    }
}
