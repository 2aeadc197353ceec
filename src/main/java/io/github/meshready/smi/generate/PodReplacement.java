package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.app.WorkloadKind;
import io.github.meshready.smi.manifest.ShellWord;
import java.util.Locale;
import java.util.Optional;

/**
 * How a workload's running pods make way for pods with a sidecar, which is only added when a pod is created (OSM v1.2.4,
 * pkg/injector/webhook.go).
 *
 * @param workload the workload
 * @param way how
 */
public record PodReplacement(Workload workload, Way way) {

    /** Who replaces the pods, and when. */
    public enum Way {
        /** Somebody deletes the object before applying: the API server refuses to change it, or never makes it anew. */
        DELETED_BEFORE,
        /** Kubernetes does, as soon as the changed pod template is applied. */
        ROLLED_OUT,
        /** Somebody restarts it after applying. */
        RESTARTED,
        /** Somebody deletes the pods after applying, and their owner makes new ones. */
        PODS_DELETED,
        /** The next run makes new pods. */
        NEXT_RUN
    }

    /**
     * How a workload's pods are replaced.
     *
     * @param changed whether its pod template changes
     */
    public static PodReplacement of(Workload workload, boolean changed) {
        return new PodReplacement(
                workload,
                switch (workload.kind()) {
                    case CRON_JOB -> Way.NEXT_RUN;
                    case JOB, POD -> Way.DELETED_BEFORE;
                    case REPLICA_SET, REPLICATION_CONTROLLER -> Way.PODS_DELETED;
                    case DEPLOYMENT_CONFIG, ROLLOUT, KNATIVE_SERVICE -> changed ? Way.ROLLED_OUT : Way.PODS_DELETED;
                    case DEPLOYMENT, STATEFUL_SET, DAEMON_SET ->
                        isOnDelete(workload) ? Way.PODS_DELETED : changed ? Way.ROLLED_OUT : Way.RESTARTED;
                });
    }

    /** What somebody has to type; empty if nobody has to. */
    public Optional<String> command() {
        String namespace = " -n " + ShellWord.of(workload.namespace());
        return switch (way) {
            case DELETED_BEFORE -> Optional.of("kubectl delete " + resource() + namespace + " --ignore-not-found");
            case RESTARTED -> Optional.of("kubectl rollout restart " + resource() + namespace);
            // Without labels the API server refuses such a workload, and the command would delete everybody's pods.
            case PODS_DELETED ->
                Optional.of(workload.pod().selector())
                        .filter(selector -> !selector.isEmpty())
                        .map(selector -> "kubectl delete pods" + namespace + " -l " + ShellWord.of(selector));
            case ROLLED_OUT, NEXT_RUN -> Optional.empty();
        };
    }

    /** The workload as a word of kubectl's, such as {@code deployment/web}. */
    public String resource() {
        return ShellWord.of(workload.kind().kind().toLowerCase(Locale.ROOT) + "/" + workload.name());
    }

    /** Whether new pods are only made when somebody deletes the old ones. */
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
}
