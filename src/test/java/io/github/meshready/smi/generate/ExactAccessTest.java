package io.github.meshready.smi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.DeclaredSplit;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The second promise: what the written policies allow equals the calls, for applications of the shapes that
 * {@link RandomApplication} makes. Routes are all or nothing in these.
 */
class ExactAccessTest {

    @TempDir
    private Path base;

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allowsTheCallsAndNothingElse(long seed) throws IOException {
        RandomApplication application = new RandomApplication(seed);
        GenerateResult result = generate(application.documents(), application.splits());
        Set<String> allowed = new PolicyOracle(result.applySet().stream()
                        .map(file -> file.source().text())
                        .toList())
                .allowed();
        assertThat(allowed).as("by the oracle").isEqualTo(application.needed());

        VerifyResult verified = verify(result.applySet());
        assertThat(verified.facts().mesh().grants())
                .as("by the mesh")
                .map(grant -> grant.source() + " " + grant.destination() + " "
                        + grant.port().targetPort())
                .containsExactlyInAnyOrderElementsOf(application.needed());
        assertThat(verified.facts().decisions())
                .allMatch(decided -> decided.decision().isAllowed() || application.hasOutsiders());
        assertThat(verified.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR && !isUndefinedAccount(finding))
                .allMatch(
                        finding -> application.hasOutsiders() && finding.rule().equals("SMI-CALL-01"));
    }

    /** The applications name accounts that they do not define. */
    private static boolean isUndefinedAccount(Finding finding) {
        return finding.rule().equals("SMI-ID-02");
    }

    @Test
    void doesNotDependOnTheOrderOfDocuments() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            RandomApplication application = new RandomApplication(seed);
            List<String> documents = new ArrayList<>(application.documents());
            String expected = generated(documents, application.splits());
            Collections.shuffle(documents, new Random(seed));
            assertThat(generated(documents, application.splits())).isEqualTo(expected);
        }
    }

    private String generated(List<String> documents, List<DeclaredSplit> splits) throws IOException {
        StringBuilder text = new StringBuilder();
        for (ManifestFile file : generate(documents, splits).applySet()) {
            if (!file.path().startsWith("50-app")) {
                text.append(file.source().text());
            }
        }
        return text.toString();
    }

    private GenerateResult generate(List<String> documents, List<DeclaredSplit> splits) throws IOException {
        Path file = base.resolve("app.yaml");
        Files.writeString(file, String.join("---\n", documents));
        return new Generator()
                .generate(new GenerateRequest(
                        base,
                        Inputs.of(List.of(file)),
                        base.resolve("target/smi"),
                        base.resolve("target/smi.yml"),
                        Declarations.NONE,
                        PlanRequest.of(Settings.DEFAULT).with(splits)));
    }

    private VerifyResult verify(List<ManifestFile> files) {
        return new Verifier(Rules.all())
                .verify(new VerifyRequest(files, Settings.DEFAULT, Declarations.NONE, Set.of(), new FileNames(base)));
    }
}
