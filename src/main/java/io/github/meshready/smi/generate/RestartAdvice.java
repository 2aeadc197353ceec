package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.app.WorkloadKind;
import io.github.meshready.smi.policy.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What has to be done by hand so that running pods get their sidecar: it is only added when a pod is created (OSM
 * v1.2.4, pkg/injector/webhook.go).
 *
 * @param before commands to run before applying, because the API server refuses to change these objects
 * @param after commands to run after applying, because nothing else replaces these pods
 */
public record RestartAdvice(List<String> before, List<String> after) {

    public RestartAdvice {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static RestartAdvice of(Plan plan, List<Workload> workloads) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        Set<Workload> moved = Set.copyOf(plan.accounts().moved());
        workloads.stream()
                .filter(workload -> !plan.withoutSidecar().containsKey(workload))
                .sorted(Comparator.comparing(Workload::id))
                .forEach(workload -> {
                    boolean changed = moved.contains(workload);
                    boolean onboarded =
                            plan.namespaces().get(workload.namespace()).isOnboardedNow();
                    if (changed || onboarded) {
                        advise(workload, changed, before, after);
                    }
                });
        return new RestartAdvice(before, after);
    }

    private static void advise(Workload workload, boolean changed, List<String> before, List<String> after) {
        String resource = workload.kind().kind().toLowerCase(Locale.ROOT) + "/" + workload.name();
        String namespace = " -n " + workload.namespace();
        switch (workload.kind()) {
            case CRON_JOB -> {
                // The next run makes new pods.
            }
            case JOB, POD -> before.add("kubectl delete " + resource + namespace + " --ignore-not-found");
            case REPLICA_SET, REPLICATION_CONTROLLER ->
                after.add("kubectl delete pods" + namespace + " -l " + selector(workload) + "   # pods of " + resource);
            case DEPLOYMENT_CONFIG, ROLLOUT, KNATIVE_SERVICE -> {
                if (!changed) {
                    after.add("kubectl delete pods" + namespace + " -l " + selector(workload) + "   # pods of "
                            + resource);
                }
            }
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET -> {
                if (isOnDelete(workload)) {
                    after.add("kubectl delete pods" + namespace + " -l " + selector(workload) + "   # pods of "
                            + resource);
                } else if (!changed) {
                    after.add("kubectl rollout restart " + resource + namespace);
                }
            }
        }
    }

    private static boolean isOnDelete(Workload workload) {
        boolean updates = workload.kind() == WorkloadKind.STATEFUL_SET || workload.kind() == WorkloadKind.DAEMON_SET;
        return updates
                && workload.object()
                        .fields()
                        .mapping("spec")
                        .flatMap(spec -> spec.mapping("updateStrategy"))
                        .flatMap((Fields strategy) -> strategy.text("type"))
                        .filter("OnDelete"::equals)
                        .isPresent();
    }

    private static String selector(Workload workload) {
        return String.join(
                ",",
                workload.pod().labels().entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .sorted()
                        .toList());
    }
}
