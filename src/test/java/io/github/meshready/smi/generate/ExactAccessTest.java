package io.github.meshready.smi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.generate.OracleRoutes.Request;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.AccountMode;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The second promise: what the written policies allow equals the calls, for applications of the shapes that
 * {@link RandomApplication} makes. Routes are all or nothing in these.
 */
class ExactAccessTest {

    private static final int APPLICATIONS = 10_000;
    private static final int ON_DISK = 300;
    private static final List<Request> ANY = List.of(new Request("GET", "/", Map.of()));

    @TempDir
    private Path base;

    @Test
    void allowsTheCallsAndNothingElse() {
        Seeds.each(APPLICATIONS, ExactAccessTest::application, ExactAccessTest::check);
    }

    private static RandomApplication application(long seed) {
        return new RandomApplication(seed, seed % 5 == 0 ? AccountMode.DEDICATED : AccountMode.MISSING).withSplits();
    }

    private static void check(RandomApplication application) {
        List<ManifestFile> written = InMemory.applySet(application);
        PolicyOracle oracle = new PolicyOracle(InMemory.texts(written));
        Set<String> needed = application.needed();
        assertThat(oracle.allowed()).as("by the oracle").hasSameElementsAs(needed);
        assertThat(grants(written)).as("by the mesh").hasSameElementsAs(needed);
        for (RandomCall call : application.calls()) {
            if (call.isWithinMesh()) {
                OracleAnswer answer = oracle.decide(
                        call.client().id(), call.front().fullName(), call.port().number(), call.toPods(), ANY);
                assertThat(answer).as(call.toString()).isEqualTo(OracleAnswer.PASSES);
            }
        }
    }

    private static Set<String> grants(List<ManifestFile> written) {
        Set<String> grants = new TreeSet<>();
        InMemory.mesh(written)
                .grants()
                .forEach(grant -> grants.add(grant.source() + " " + grant.destination() + " "
                        + grant.port().targetPort()));
        return grants;
    }

    /** The goals themselves, on fewer applications: files in, files out, and no rule finds fault with the result. */
    @Test
    void goalsDoTheSameOnDiskAndFindNoFault() {
        Seeds.each(ON_DISK, ExactAccessTest::application, application -> {
            GenerateResult result = generate(application);
            assertThat(InMemory.texts(result.applySet())).isEqualTo(InMemory.generate(application));
            VerifyResult verified = verify(result.applySet(), application.declarations());
            assertThat(verified.facts().decisions())
                    .allMatch(decided -> decided.decision().isAllowed() || application.hasOutsiders());
            assertThat(verified.findings())
                    .filteredOn(finding -> finding.severity() == Severity.ERROR && !isOurs(finding))
                    .allMatch(finding ->
                            application.hasOutsiders() && finding.rule().equals("SMI-CALL-01"));
        });
    }

    /** The applications name accounts that they do not define, and hold policies that open too much or nothing. */
    private static boolean isOurs(Finding finding) {
        return finding.rule().equals("SMI-ID-02") || finding.object().matches("TrafficTarget .*/(given|open|void)-.*");
    }

    private GenerateResult generate(RandomApplication application) throws IOException {
        Path folder = Files.createTempDirectory(base, "app");
        Path file = folder.resolve("app.yaml");
        Files.writeString(file, String.join("---\n", application.documents()));
        return new Generator()
                .generate(new GenerateRequest(
                        new FileNames(folder),
                        Inputs.of(List.of(file)),
                        folder.resolve("target/smi"),
                        folder.resolve("target/smi.yml"),
                        application.declarations(),
                        InMemory.request(application)));
    }

    private VerifyResult verify(List<ManifestFile> files, Declarations declarations) {
        return new Verifier(Rules.all())
                .verify(new VerifyRequest(files, Settings.DEFAULT, declarations, Set.of(), new FileNames(base)));
    }
}
