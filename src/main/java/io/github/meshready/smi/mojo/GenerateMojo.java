package io.github.meshready.smi.mojo;

import io.github.meshready.smi.generate.GenerateRequest;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.generate.Generator;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.report.FindingText;
import io.github.meshready.smi.report.GenerateText;
import io.github.meshready.smi.report.MeshJson;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Makes an application's Kubernetes manifests ready for Open Service Mesh with permissive mode off.
 *
 * <p>Reads the manifests, finds who calls whom, and writes an apply set: the namespaces brought into the mesh, a
 * service account for each workload that has none of its own, the application's own files with only the lines added
 * that this needs, and the SMI policies that allow exactly the calls found or declared. The files that were read are
 * never changed.
 *
 * <p>By default bound to the phase {@code package}, in which every generator of manifests has run.
 *
 * @since 0.1.0
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.PACKAGE, requiresProject = false, threadSafe = true)
public class GenerateMojo extends AbstractSmiMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.generate.skip", defaultValue = "false")
    private boolean generateSkip;

    /**
     * Whether the combined file is attached to the project, so that it is installed and deployed with it as type
     * {@code yml} and classifier {@code smi}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.attach", defaultValue = "true")
    private boolean attach;

    /**
     * Which workloads get a service account of their own, named after them: {@code missing} for those that have none or
     * {@code default}, {@code dedicated} for those too that share theirs with other workloads. The mesh knows workloads by
     * their accounts only: what one of those that share may call, all of them may. What the manifests bind to the account
     * that a workload leaves is carried over: RoleBindings, ClusterRoleBindings, imagePullSecrets, and the annotations
     * of clouds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.serviceAccounts", defaultValue = "missing", required = true)
    private String serviceAccounts;

    /**
     * TrafficSplits to write: how calls to a Service are spread over others, such as versions of it. {@code service} names
     * the Service that callers call, as {@code name} or {@code namespace/name}; each backend a Service of the same
     * namespace, the first one again if it is to answer too, and its {@code weight}, a whole number from 0 on. The callers
     * get policies for the accounts behind every backend, also of weight 0, so that weights can be changed in the cluster
     * later.
     *
     * <p>Nothing is written if the mesh would not follow a split: every backend needs the ports of the Service that is
     * spread, under the same numbers, with the same {@code appProtocol} and {@code targetPort}; that Service needs a
     * selector that matches the pods of every backend; and there must be no other TrafficSplit for it. By default none is
     * written, and those in the manifests are kept.
     *
     * <pre>{@code
     * <splits>
     *   <split>
     *     <service>shop/bookstore</service>
     *     <backends>
     *       <backend>
     *         <service>bookstore-v1</service>
     *         <weight>90</weight>
     *       </backend>
     *       <backend>
     *         <service>bookstore-v2</service>
     *         <weight>10</weight>
     *       </backend>
     *     </backends>
     *   </split>
     * </splits>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<SplitParameter> splits;

    private final MavenProjectHelper projectHelper;

    @Inject
    public GenerateMojo(MavenProject project, MavenSession session, MavenProjectHelper projectHelper) {
        super(project, session);
        this.projectHelper = projectHelper;
    }

    @Override
    String goal() {
        return "smi:generate";
    }

    @Override
    boolean isSkipped() {
        return generateSkip;
    }

    @Override
    void run(Manifests found) throws IOException, MojoFailureException {
        if (found.isEmpty()) {
            nothingToDo(found);
            return;
        }
        claimOutputs();
        getLog().info(found.description());
        GenerateRequest request = new GenerateRequest(
                base(),
                found.inputs(),
                outputDirectory(),
                combinedFile(),
                settings(),
                declarations(),
                ParameterValues.accountMode(serviceAccounts),
                externalAccounts(),
                ParameterValues.splits(splits));
        GenerateResult result = new Generator().generate(request);
        GenerateText text = text(request, result);
        text.lines().forEach(getLog()::info);
        text.warnings().forEach(getLog()::warn);
        VerifyResult verified = new Verifier(Rules.all())
                .verify(new VerifyRequest(
                        result.applySet(),
                        request.settings(),
                        request.declarations(),
                        request.externalAccounts(),
                        names()));
        printOpenPoints(verified);
        getLog().info(text.next(verified, command("verify")));
        writeReport(new MeshJson("generate", sources(result), result.read().skipped(), verified));
        if (attach && project().getFile() != null) {
            projectHelper.attachArtifact(project(), "yml", "smi", combinedFile().toFile());
        }
    }

    private static List<String> sources(GenerateResult result) {
        return result.read().files().stream()
                .map((ManifestFile file) -> file.source().name())
                .toList();
    }

    private GenerateText text(GenerateRequest request, GenerateResult result) {
        return new GenerateText(
                result,
                request.settings().meshName(),
                request.settings().defaultNamespace(),
                names().of(request.outputDirectory()));
    }

    /** What the written files still lack, and no edit of ours can add. */
    private void printOpenPoints(VerifyResult verified) {
        verified.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .forEach(finding -> getLog().warn(FindingText.of(finding)));
    }
}
