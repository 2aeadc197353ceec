package io.github.meshready.smi.mojo;

import io.github.meshready.smi.generate.ApplySetFolder;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.ManifestReader;
import io.github.meshready.smi.manifest.ManifestSet;
import io.github.meshready.smi.report.FindingText;
import io.github.meshready.smi.report.MeshJson;
import io.github.meshready.smi.report.VerifyText;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Fails the build if a call that the application makes would not work in the mesh, or if more is allowed than it needs.
 *
 * <p>Reads manifests as the API server and the mesh would, whoever wrote them: by default the apply set that
 * {@code smi:generate} made from the configured manifests, else the manifests themselves. Decides for every call
 * whether the mesh allows it, and checks the rules that are described in the documentation, one page each.
 *
 * <p>By default bound to the phase {@code verify}.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public class VerifyMojo extends AbstractSmiMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.verify.skip", defaultValue = "false")
    private boolean verifySkip;

    /**
     * The folder or file to verify. By default the output of {@code smi:generate}, if it was made from the manifests
     * that are configured or found; else these manifests.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.applySet")
    private File applySet;

    /**
     * From which severity on a finding fails the build: {@code error}, {@code warning} or {@code never}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.failOn", defaultValue = "error", required = true)
    private String failOn;

    @Inject
    public VerifyMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    @Override
    String goal() {
        return "smi:verify";
    }

    @Override
    boolean isSkipped() {
        return verifySkip;
    }

    @Override
    void run(Manifests found) throws IOException, MojoFailureException {
        FailOn limit = FailOn.of(failOn);
        Optional<ManifestSet> files = read(found);
        if (files.isEmpty()) {
            nothingToDo(found);
            return;
        }
        VerifyResult result = new Verifier(Rules.all())
                .verify(new VerifyRequest(
                        files.get().files(), settings(), declarations(), externalAccounts(), names()));
        requireSomething(result);
        List<String> sources = files.get().files().stream()
                .map((ManifestFile file) -> file.source().name())
                .toList();
        writeReport(new MeshJson("verify", sources, files.get().skipped(), result));
        print(result);
        failIfNeeded(limit, result);
    }

    private Optional<ManifestSet> read(Manifests found) throws IOException {
        if (applySet != null) {
            getLog().info("Verifying " + names().of(applySet.toPath()));
            return Optional.of(ManifestReader.ofAnything(names()).read(List.of(applySet.toPath())));
        }
        if (found.roots().isEmpty()) {
            return Optional.empty();
        }
        List<Path> ours = List.of(outputDirectory(), combinedFile());
        Optional<ManifestSet> written = new ApplySetFolder(outputDirectory(), names()).read(found.roots(), ours);
        String what = joined(found.roots());
        if (written.isPresent()) {
            getLog().info("Verifying " + names().of(outputDirectory()) + ", made from " + what);
            return written;
        }
        getLog().info("Verifying " + what + " (no apply set in " + names().of(outputDirectory())
                + " was made from it)");
        return Optional.of(ManifestReader.ofInput(names(), ours).read(found.roots()));
    }

    private String joined(List<Path> roots) {
        return String.join(", ", roots.stream().map(names()::of).toList());
    }

    /** A gate that checks nothing must not pass. */
    private void requireSomething(VerifyResult result) {
        boolean nothing = result.facts().application().workloads().isEmpty()
                && result.facts().policies().targets().isEmpty();
        if (nothing) {
            throw new InputException(new InputProblem(
                    "smi.manifests",
                    "the manifests hold neither a workload nor a TrafficTarget, so there is nothing to verify",
                    "name the folder that holds them"));
        }
    }

    private void print(VerifyResult result) {
        VerifyText text = new VerifyText(result);
        text.lines().forEach(getLog()::info);
        text.notes().forEach(getLog()::info);
        for (Finding finding : result.findings()) {
            if (finding.severity() == Severity.ERROR) {
                getLog().error(FindingText.of(finding));
            } else if (finding.severity() == Severity.WARNING) {
                getLog().warn(FindingText.of(finding));
            }
        }
    }

    private static void failIfNeeded(FailOn limit, VerifyResult result) throws MojoFailureException {
        if (limit.isReachedBy(result)) {
            throw new MojoFailureException(
                    VerifyText.summary(result) + "; see above. To write what is missing: mvn smi:generate");
        }
    }
}
