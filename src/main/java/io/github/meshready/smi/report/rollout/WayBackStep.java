package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.generate.PodReplacement;
import io.github.meshready.smi.generate.PodReplacement.Way;
import io.github.meshready.smi.manifest.ShellWord;
import io.github.meshready.smi.policy.NamespacePlan;
import io.github.meshready.smi.policy.PolicyDocuments;
import io.github.meshready.smi.report.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How to get out again, in part or for good. */
final class WayBackStep extends Step {

    private final List<String> joined;

    WayBackStep(Rollout rollout) {
        super("Way back", rollout);
        this.joined = rollout.plan().namespaces().values().stream()
                .filter(NamespacePlan::isOnboardedNow)
                .map(NamespacePlan::name)
                .toList();
    }

    @Override
    void write(Markdown text) {
        text.paragraph(
                "If policies refuse too much: permissive mode on again. Calls between pods with a sidecar work within"
                        + " seconds; it counts for the whole mesh.");
        text.commands(List.of(rollout.mesh().permissive(true)));
        if (joined.isEmpty()) {
            text.paragraph(
                    "To the former state: apply the former manifests the way it was done before. The namespaces were part of"
                            + " the mesh already, and stay.");
        } else {
            text.paragraph(
                    "Out of the mesh: take the namespaces out, apply the former manifests the way it was done before, and"
                            + " replace the pods, which keep their sidecars until then. As on the way in, calls fail while one end has"
                            + " a sidecar and the other has none.");
            text.commands(joined.stream().map(rollout.mesh()::remove).toList());
        }
        List<String> deletions = commands(Way.DELETED_BEFORE);
        if (!deletions.isEmpty()) {
            text.paragraph(
                    "Before applying the former manifests, delete these if they have to go on without a sidecar. **They"
                            + " then run again from the start.**");
            text.commands(deletions);
        }
        FormerAccounts accounts = new FormerAccounts(rollout.plan().accounts().moved());
        if (!accounts.commands().isEmpty()) {
            text.paragraph(
                    "`kubectl apply` does not take a service account away from a pod template (kubernetes#108208): set the"
                            + " former ones by name.");
            text.commands(accounts.commands());
        }
        List<String> restarts = new ArrayList<>(commands(Way.RESTARTED));
        restarts.addAll(commands(Way.PODS_DELETED));
        if (!restarts.isEmpty()) {
            text.paragraph("Pods that nothing has replaced by now:");
            text.commands(restarts);
        }
        delete(text);
    }

    /** Workloads whose account changes back are rolled out by that, as they were on the way in. */
    private List<String> commands(Way way) {
        Set<String> moved =
                rollout.plan().accounts().moved().stream().map(Workload::id).collect(Collectors.toSet());
        return rollout.meshed().stream()
                .filter(workload -> joined.contains(workload.namespace()) || moved.contains(workload.id()))
                .map(workload -> PodReplacement.of(workload, moved.contains(workload.id())))
                .filter(replacement -> replacement.way() == way)
                .flatMap(replacement -> replacement.command().stream())
                .toList();
    }

    /** The label tells what was written here, now or earlier, from everything else. */
    private void delete(Markdown text) {
        String mine = " -l " + PolicyDocuments.SELECTOR;
        List<String> policies = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        for (String namespace : rollout.namespaces()) {
            String in = " -n " + ShellWord.of(namespace);
            policies.add("kubectl delete traffictargets,httproutegroups,tcproutes" + in + mine);
            policies.add(
                    "kubectl get pods" + in + " -o custom-columns=POD:.metadata.name,ACCOUNT:.spec.serviceAccountName");
            accounts.add("kubectl delete serviceaccounts" + in + mine);
        }
        text.paragraph(
                "Only then delete what was written here: while policies are enforced, pods with a sidecar refuse everything"
                        + " without them. In these namespaces the label also stands on what this plugin wrote for other applications.");
        text.commands(policies);
        text.paragraph("And the accounts, when the list shows no pod that runs as one of them:");
        text.commands(accounts);
    }
}
