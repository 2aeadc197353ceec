package io.github.meshready.smi.mojo;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.generate.GenerateRequest;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.generate.Generator;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.report.GateText;
import io.github.meshready.smi.report.GenerateText;
import io.github.meshready.smi.report.MeshJson;
import io.github.meshready.smi.report.OpenFindings;
import io.github.meshready.smi.report.SwitchText;
import io.github.meshready.smi.report.rollout.Runbook;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Baseline;
import io.github.meshready.smi.verify.gate.FailOn;
import io.github.meshready.smi.verify.gate.Gate;
import io.github.meshready.smi.verify.gate.GateSettings;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
 * <p>What the written manifests still lack is told as {@code smi:verify} tells it: severities, suppressions and the baseline
 * hold here too.
 *
 * <p>By default bound to the phase {@code package}, in which every generator of manifests has run.
 *
 * @since 0.1.0
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.PACKAGE, requiresProject = false, threadSafe = true)
public class GenerateMojo extends AbstractFindingMojo {

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
     * <p>Where a parent pom has some, write {@code <splits combine.children="append">}; else Maven fills up the first entry here
     * with what stands in the first one there, and drops the others of the parent.
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

    /**
     * When TrafficTargets and their routes are written, and accounts for them to name: {@code enforced} if the mesh
     * enforces them, which it does with permissive mode off; {@code always} also ahead of that day; {@code never} if
     * somebody else writes them. Namespaces, protocols, IngressBackends and Egresses do not depend on it: they are needed in
     * every mode.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.policies", defaultValue = "enforced", required = true)
    private String policies;

    /**
     * The address of the Kubernetes API as pods see it, as a CIDR: what {@code kubectl get service kubernetes -n default}
     * shows as cluster IP, such as {@code 10.0.0.1/32}. Where the mesh lets no calls out, workloads that run a known
     * client of it, or whose account has rights in the cluster (a RoleBinding or ClusterRoleBinding of its own), get an Egress to it; by default a warning
     * says that its address is not known.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.kubernetesApi")
    private String kubernetesApi;

    /**
     * What stands in front of the application. Meshed pods refuse what comes from outside of the mesh, in permissive mode
     * too; for each Service that a LoadBalancer, NodePort, Ingress, route of the Gateway API, Route of OpenShift,
     * HTTPProxy or IngressRoute exposes, an IngressBackend is written that lets in the callers named here, and only
     * these. {@code service} names the Service of an ingress controller or gateway as {@code namespace/name},
     * {@code ranges} the addresses that requests come from as CIDRs; where {@code principals} are given, callers have to show
     * a certificate of the mesh with one of these identities ({@code account.namespace.trust-domain}). Several
     * ranges or principals are separated by commas.
     *
     * <p>{@code ranges} are for Services of type LoadBalancer and NodePort, {@code service} and {@code principals} for
     * those behind an Ingress or route; {@code to} names Services instead ({@code name} or {@code namespace/name}, and
     * {@code :port} after it for one of several ports of a Service that nothing exposes). IngressBackends in the manifests are kept, and their ports left to them. Where a Service has not
     * {@code externalTrafficPolicy: Local}, its pods may see addresses of nodes instead of the callers', and a warning says
     * so. By default nothing is let in, and SMI-ING-01 says what
     * is refused.
     *
     * <p>Where a parent pom has some, write {@code <ingress combine.children="append">}; else Maven fills up the first entry here
     * with what stands in the first one there, and drops the others of the parent.
     *
     * <pre>{@code
     * <ingress>
     *   <from>
     *     <service>ingress-nginx/ingress-nginx-controller</service>
     *   </from>
     * </ingress>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<IngressParameter> ingress;

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
    Optional<Judgement> run(Manifests found) throws IOException, MojoFailureException {
        if (found.isEmpty()) {
            nothingToDo(found);
            return Optional.empty();
        }
        GateSettings gate = gateSettings(FailOn.NEVER);
        Optional<Baseline> known = knownSoFar();
        claimOutputs();
        runbook().check("smi.reportDirectory");
        getLog().info(found.description());
        GenerateRequest request = new GenerateRequest(
                names(),
                found.inputs(),
                outputDirectory(),
                combinedFile(),
                declarations(),
                new PlanRequest(
                        settings(),
                        ParameterValues.accountMode(serviceAccounts),
                        externalAccounts(),
                        ParameterValues.policyMode(policies),
                        ParameterValues.splits(splits),
                        ParameterValues.ingress(ingress),
                        ParameterValues.kubernetesApi(kubernetesApi)));
        GenerateResult result = new Generator(progress()).generate(request);
        GenerateText text = text(request, result);
        text.lines().forEach(getLog()::info);
        text.warnings().forEach(getLog()::warn);
        build().builtModules().absent(build().projectsBehind(), disk()).ifPresent(getLog()::warn);
        Judgement judgement = judge(gate, verify(result.applySet(), request, request.settings()), known);
        printOpenPoints(judgement);
        if (result.mode().permissive()) {
            VerifyResult enforced =
                    verify(result.onceEnforced(), request, request.settings().enforced());
            new SwitchText(enforced).lines().forEach(getLog()::info);
        }
        getLog().info(text.next(judgement, command("verify")));
        writeReport(new MeshJson("generate", sources(result), result.read().skipped(), judgement));
        writeRunbook(new Runbook(
                result, judgement, request.settings().defaultNamespace(), names().of(request.outputDirectory())));
        attach();
        return Optional.of(judgement);
    }

    private void attach() {
        if (attach && build().pom().isPresent()) {
            projectHelper.attachArtifact(project(), "yml", "smi", combinedFile().toFile());
        }
    }

    @Override
    void skipped() {
        claimOutputs();
        attach();
    }

    /** {@code mesh.json} says what the goal found that ran last, which is smi:verify where it follows. */
    @Override
    Optional<String> shared() {
        return Optional.of(names().of(reportFile()));
    }

    private VerifyResult verify(List<ManifestFile> files, GenerateRequest request, Settings settings) {
        return new Verifier(Rules.all(), progress())
                .verify(new VerifyRequest(
                        files, settings, request.declarations(), request.plan().externalAccounts(), names()));
    }

    /** What counts of the findings. An annotation that suppresses nothing fails smi:verify; here it is told, as all is written. */
    private Judgement judge(GateSettings gate, VerifyResult verified, Optional<Baseline> known) {
        try {
            return new Gate(gate).judge(verified, known);
        } catch (InputException e) {
            getLog().warn(e.getMessage());
            return new Gate(gate.withoutAnnotations()).judge(verified, known);
        }
    }

    private void writeRunbook(Runbook content) throws IOException {
        runbook().write(content.bytes());
        getLog().info("Step by step into the mesh: " + runbook().name());
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
    private void printOpenPoints(Judgement judgement) {
        OpenFindings open = new OpenFindings(judgement);
        open.errors().forEach(getLog()::warn);
        open.warnings().forEach(getLog()::warn);
        new GateText(judgement).summary().ifPresent(getLog()::info);
    }
}
