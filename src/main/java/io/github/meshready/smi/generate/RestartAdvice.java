package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.generate.PodReplacement.Way;
import io.github.meshready.smi.policy.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What has to be done so that running pods get their sidecar.
 *
 * @param replacements the workloads that join the mesh or change, by kind, namespace and name
 */
public record RestartAdvice(List<PodReplacement> replacements) {

    public RestartAdvice {
        replacements = List.copyOf(replacements);
    }

    static RestartAdvice of(Plan plan, List<Workload> workloads) {
        Set<Workload> moved = Set.copyOf(plan.accounts().moved());
        return new RestartAdvice(workloads.stream()
                .filter(workload -> !plan.withoutSidecar().containsKey(workload))
                .filter(workload -> moved.contains(workload)
                        || plan.namespaces().get(workload.namespace()).isOnboardedNow())
                .sorted(Comparator.comparing(Workload::id))
                .map(workload -> PodReplacement.of(workload, moved.contains(workload)))
                .toList());
    }

    /** Commands to run before applying, because the API server refuses to change these objects. */
    public List<String> before() {
        return replacements.stream()
                .filter(replacement -> replacement.way() == Way.DELETED_BEFORE)
                .flatMap(replacement -> replacement.command().stream())
                .toList();
    }

    /** Commands to run after applying, because nothing else replaces these pods. */
    public List<String> after() {
        return replacements.stream()
                .filter(replacement -> replacement.way() != Way.DELETED_BEFORE)
                .flatMap(replacement -> replacement.command().stream().map(command -> remarked(replacement, command)))
                .toList();
    }

    private static String remarked(PodReplacement replacement, String command) {
        return replacement.way() == Way.PODS_DELETED ? command + "   # pods of " + replacement.resource() : command;
    }
}
