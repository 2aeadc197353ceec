package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.Plan;
import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Judgement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the steps tell of: an application, before and after. */
final class Rollout {

    private final GenerateResult result;
    private final Judgement judgement;
    private final VerifyResult verified;
    private final String defaultNamespace;
    private final String folder;
    private final MeshCommands mesh;
    private final PodSelector pods;
    private final List<CallDecision> enforced;

    /**
     * Works out what several steps need.
     *
     * @param result what was generated
     * @param judgement what the written files come to, and what of it counts
     * @param defaultNamespace the namespace of objects that name none
     * @param folder name of the folder that holds the apply set
     */
    Rollout(GenerateResult result, Judgement judgement, String defaultNamespace, String folder) {
        this.result = result;
        this.judgement = judgement;
        this.verified = judgement.result();
        this.defaultNamespace = defaultNamespace;
        this.folder = folder;
        this.mesh = new MeshCommands(
                verified.facts().dialect(),
                verified.facts().meshName(),
                verified.facts().application().meshConfigs());
        this.pods = new PodSelector(verified.facts().application());
        this.enforced = enforced(verified.facts());
    }

    private static List<CallDecision> enforced(Facts facts) {
        if (!facts.mesh().mode().permissive()) {
            return facts.decisions();
        }
        Mesh mesh = facts.mesh().enforced();
        return facts.graph().calls().stream()
                .map(call -> CallDecision.of(call, mesh))
                .toList();
    }

    GenerateResult result() {
        return result;
    }

    VerifyResult verified() {
        return verified;
    }

    /** What counts of the findings. */
    Judgement judgement() {
        return judgement;
    }

    String defaultNamespace() {
        return defaultNamespace;
    }

    String folder() {
        return folder;
    }

    MeshCommands mesh() {
        return mesh;
    }

    /** The application as it is once everything is applied. */
    Application application() {
        return verified.facts().application();
    }

    Plan plan() {
        return result.plan();
    }

    /** Whether a workload's pods have a sidecar in the end. */
    boolean isMeshed(Workload workload) {
        return verified.facts().mesh().membership().outside(workload).isEmpty();
    }

    /** The workloads whose pods have a sidecar in the end, by kind, namespace and name. */
    List<Workload> meshed() {
        return application().workloads().stream()
                .filter(this::isMeshed)
                .sorted(Comparator.comparing(Workload::id))
                .toList();
    }

    /** The namespaces that run them, sorted. */
    List<String> namespaces() {
        return List.copyOf(
                new TreeSet<>(meshed().stream().map(Workload::namespace).toList()));
    }

    /** The workloads with a sidecar behind a Service. */
    List<Workload> behind(Service service) {
        return application().selectedBy(service).stream().filter(this::isMeshed).toList();
    }

    /** A running pod of a workload, for commands that take its name; empty for pods that come and go or have no labels. */
    Optional<String> pod(Workload workload) {
        boolean lasts = switch (workload.kind()) {
            case JOB, CRON_JOB, KNATIVE_SERVICE -> false;
            default -> true;
        };
        return Optional.of(selector(workload))
                .filter(selector -> lasts && !selector.isEmpty())
                .map(selector -> MeshCommands.pod(workload.namespace(), selector));
    }

    /** A short selector of a workload's pods; empty if they have no labels. */
    String selector(Workload workload) {
        return pods.of(workload);
    }

    /** What happens to each call once policies are enforced, whatever the mesh does today. */
    List<CallDecision> enforced() {
        return enforced;
    }
}
