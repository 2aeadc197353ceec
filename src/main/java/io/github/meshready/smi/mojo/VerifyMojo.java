package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.report.GateText;
import io.github.meshready.smi.report.MeshJson;
import io.github.meshready.smi.report.OpenFindings;
import io.github.meshready.smi.report.SkippedText;
import io.github.meshready.smi.report.VerifyText;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.GateSettings;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.invariant.Invariant;
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
 * whether the mesh allows it, and checks the rules that are described in the documentation, one page each. Findings that are
 * suppressed, or known by a baseline, do not count, and are counted and shown.
 *
 * <p>By default bound to the phase {@code verify}.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public class VerifyMojo extends AbstractGateMojo {

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
     * From which severity on a finding that counts fails the build: {@code error}, {@code warning} or {@code never}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.failOn", defaultValue = "error", required = true)
    private String failOn;

    /**
     * What has to hold of everything that the mesh lets through, whoever writes the policies. Each is proved for all requests, or
     * refuted by one that passes, with file and line of what lets it through (SMI-INV-01 to 03).
     *
     * <p>{@code deny}: no call passes. {@code noPath}: nor does a chain of calls lead there, in which each called workload
     * calls the next. {@code only}: nothing but HTTP requests with these {@code methods} passes. {@code from} and {@code to} name
     * workloads, Services or accounts, such as {@code web} or {@code shop/web}; where these are called alike and are not the
     * same pods, the kind goes in front ({@code Service/shop/web}). A Service means the workloads that calls to it reach, an
     * account those that run as it. {@code shop/*} means everyone of a namespace. {@code except} names callers that the
     * invariant is not about; several names are separated by commas. A name that means nobody, or several, fails the build.
     *
     * <p>{@code *} as caller is everyone: all workloads, whether they have a sidecar or not; accounts that policies name and no
     * workload of the manifests runs as; whoever an IngressBackend lets in, which
     * {@code <except>IngressBackend/shop/web</except>} excepts; and anyone else, where no sidecar looks (pods without one,
     * excluded ports, UDP, IPv6), where a TrafficTarget names no source, and in permissive mode. {@code *} as the called is all
     * workloads, and accounts that policies lead to. What a workload sends to itself does not count.
     *
     * <p>What the mesh leaves to chance, such as the order of routes, speaks against an invariant. Where a parent pom has
     * some, write {@code <invariants combine.children="append">}, or Maven mixes the ones with the others.
     *
     * <pre>{@code
     * <invariants>
     *   <deny>
     *     <from>*</from>
     *     <to>payments</to>
     *     <except>orders</except>
     *   </deny>
     *   <noPath>
     *     <from>web</from>
     *     <to>db</to>
     *   </noPath>
     *   <only>
     *     <methods>GET</methods>
     *     <from>reports</from>
     *     <to>orders</to>
     *   </only>
     * </invariants>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private InvariantsParameter invariants;

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
    Optional<Judgement> run(Manifests found) throws IOException, MojoFailureException {
        GateSettings gate = gateSettings(ParameterValues.failOn(failOn));
        List<Invariant> wanted = invariants == null ? List.of() : invariants.toInvariants();
        Reports reports = reports();
        Optional<Path> folder = ifNamed(applySet);
        boolean nothing = folder.isEmpty() && found.isEmpty();
        if (noteModule(nothing)) {
            throw new MojoFailureException("no module of this build has anything to verify" + System.lineSeparator()
                    + "  fix: name the files or folders that hold manifests in smi.manifests");
        }
        if (nothing) {
            nothingToDo(found);
            return Optional.empty();
        }
        Optional<BaselineFile> baseline = baseline();
        VerifyInput input = VerifyInput.find(folder, found.inputs(), outputDirectory(), combinedFile(), names());
        getLog().info("Verifying " + input.description());
        SkippedText skipped = new SkippedText(input.manifests());
        skipped.lines().forEach(getLog()::info);
        skipped.warnings().forEach(getLog()::warn);
        VerifyResult result = new Verifier(Rules.all(), progress())
                .verify(new VerifyRequest(
                        input.manifests().files(), settings(), declarations(), externalAccounts(), names(), wanted));
        requireSomething(result);
        result.facts().application().remarks().forEach(remark -> getLog().warn(Printable.line(remark)));
        Judgement judgement = judge(gate, result, baseline);
        List<String> sources = input.manifests().files().stream()
                .map((ManifestFile file) -> file.source().name())
                .toList();
        writeReport(new MeshJson("verify", sources, input.manifests().skipped(), judgement));
        print(judgement);
        write(reports, judgement);
        if (judgement.fails()) {
            String next = input.isGenerated()
                    ? "Correct the manifests, then: " + command("generate", "verify")
                    : "To write what can be written: " + command("generate");
            throw new MojoFailureException(new VerifyText(judgement).summary() + ", see above. " + next);
        }
        return Optional.of(judgement);
    }

    @Override
    void skipped() {
        claimBaseline();
    }

    @Override
    Optional<String> shared() {
        return Optional.empty();
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

    /** What fails the build is shown as an error, so that it is seen with {@code -q} as well. */
    private void print(Judgement judgement) {
        VerifyText text = new VerifyText(judgement);
        text.lines().forEach(getLog()::info);
        GateText gate = new GateText(judgement);
        gate.lines().forEach(getLog()::info);
        text.notes().forEach(getLog()::info);
        OpenFindings open = new OpenFindings(judgement);
        open.errors().forEach(getLog()::error);
        open.warnings().forEach(getLog()::warn);
        gate.warnings().forEach(getLog()::warn);
    }
}
