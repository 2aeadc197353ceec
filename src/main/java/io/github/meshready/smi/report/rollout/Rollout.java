package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.Plan;
import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.VerifyResult;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What the steps tell of: an application, before and after.
 *
 * @param result what was generated
 * @param verified what the written files come to
 * @param defaultNamespace the namespace of objects that name none
 * @param folder name of the folder that holds the apply set
 */
record Rollout(GenerateResult result, VerifyResult verified, String defaultNamespace, String folder) {

    /** The application as it is once everything is applied. */
    Application application() {
        return verified.facts().application();
    }

    Plan plan() {
        return result.plan();
    }

    MeshCommands mesh() {
        return new MeshCommands(verified.facts().meshName(), application().meshConfigs());
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

    /** What happens to each call once policies are enforced, whatever the mesh does today. */
    List<CallDecision> enforced() {
        Facts facts = verified.facts();
        MeshMode mode = facts.mesh().mode();
        MeshMode strict = new MeshMode(false, mode.source(), mode.egress(), mode.outboundPorts(), mode.inboundPorts());
        Mesh mesh = new Mesh(facts.application(), facts.policies(), strict, facts.meshName());
        return facts.graph().calls().stream()
                .map(call -> CallDecision.of(call, mesh))
                .toList();
    }
}
