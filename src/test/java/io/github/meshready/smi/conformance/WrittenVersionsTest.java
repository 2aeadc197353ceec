package io.github.meshready.smi.conformance;

import static io.github.meshready.smi.SplitManifests.labelled;
import static io.github.meshready.smi.SplitManifests.selecting;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.generate.GenerateRequest;
import io.github.meshready.smi.generate.Generator;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.DeclaredSplit;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TA-01, TS-01 and SP-01 of the SMI conformance suite: what is written is of versions that the mesh serves. */
class WrittenVersionsTest {

    private static final Declarations CALLS = new Declarations(
            List.of(new DeclaredCall("app-a", "app-svc", "9091"), new DeclaredCall("app-a", "cache", "6379")),
            List.of());

    @TempDir
    private Path base;

    @ParameterizedTest
    @CsvSource({"osm:1.2, v1alpha2", "osm:0.9, v1alpha2", "fsm:1.5, v1alpha4"})
    void areServed(String mesh, String splitVersion) throws IOException {
        Settings settings = new Settings(
                "t",
                "mesh",
                Dialect.of(mesh).orElseThrow(),
                Settings.DEFAULT.permissive(),
                Settings.DEFAULT.egressMode(),
                Settings.DEFAULT.meshConfig());
        List<ManifestFile> written = generate(settings);
        Set<String> versions = new TreeSet<>();
        for (ManifestFile file : written) {
            String[] lines = file.source().text().split("\n");
            for (int i = 1; i < lines.length; i++) {
                if (lines[i - 1].contains(".smi-spec.io/")) {
                    versions.add(lines[i].replace("kind: ", "") + " " + lines[i - 1].replace("apiVersion: ", ""));
                }
            }
        }
        assertThat(versions)
                .containsExactly(
                        "HTTPRouteGroup specs.smi-spec.io/v1alpha4",
                        "TCPRoute specs.smi-spec.io/v1alpha4",
                        "TrafficSplit split.smi-spec.io/" + splitVersion,
                        "TrafficTarget access.smi-spec.io/v1alpha3");
        assertThat(verify(settings, written))
                .as("read back, nothing is of a version that is not served, or refused")
                .extracting(Finding::rule)
                .doesNotContain("SMI-TT-13", "SMI-CALL-01");
    }

    private List<ManifestFile> generate(Settings settings) throws IOException {
        Path file = base.resolve("app.yaml");
        Files.writeString(
                file,
                String.join(
                        "---\n",
                        deploymentAs("t", "app-a", ""),
                        labelled(deploymentAs("t", "app-b", ""), "part: app"),
                        selecting("t", "app-svc", "part: app", EchoApp.PORT),
                        selecting("t", "app-b", "app: app-b", EchoApp.PORT),
                        deploymentAs("t", "cache", ""),
                        service("t", "cache", "{port: 6379}")));
        return new Generator()
                .generate(new GenerateRequest(
                        new FileNames(base),
                        Inputs.of(List.of(file)),
                        base.resolve("target/smi"),
                        base.resolve("target/smi.yml"),
                        CALLS,
                        PlanRequest.of(settings)
                                .with(List.of(new DeclaredSplit(
                                        "app-svc", List.of(new DeclaredSplit.Backend("app-b", "1")))))))
                .applySet();
    }

    private List<Finding> verify(Settings settings, List<ManifestFile> files) {
        return new Verifier(Rules.all())
                .verify(new VerifyRequest(files, settings, CALLS, Set.of(), new FileNames(base)))
                .findings();
    }
}
