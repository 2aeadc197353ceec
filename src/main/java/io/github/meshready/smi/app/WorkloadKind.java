package io.github.meshready.smi.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds that make pods, and where each keeps its pod template. */
public enum WorkloadKind {
    DEPLOYMENT("Deployment", Set.of("apps", "extensions"), List.of("spec", "template")),
    STATEFUL_SET("StatefulSet", Set.of("apps"), List.of("spec", "template")),
    DAEMON_SET("DaemonSet", Set.of("apps", "extensions"), List.of("spec", "template")),
    REPLICA_SET("ReplicaSet", Set.of("apps", "extensions"), List.of("spec", "template")),
    REPLICATION_CONTROLLER("ReplicationController", Set.of(""), List.of("spec", "template")),
    JOB("Job", Set.of("batch"), List.of("spec", "template")),
    CRON_JOB("CronJob", Set.of("batch"), List.of("spec", "jobTemplate", "spec", "template")),
    POD("Pod", Set.of(""), List.of()),
    /** OpenShift's Deployment. */
    DEPLOYMENT_CONFIG("DeploymentConfig", Set.of("apps.openshift.io"), List.of("spec", "template")),
    /** Argo's Deployment; one that refers to a Deployment for its pods is none of its own. */
    ROLLOUT("Rollout", Set.of("argoproj.io"), List.of("spec", "template")),
    KNATIVE_SERVICE("Service", Set.of("serving.knative.dev"), List.of("spec", "template"));

    private final String kind;
    private final Set<String> groups;
    private final List<String> templatePath;

    WorkloadKind(String kind, Set<String> groups, List<String> templatePath) {
        this.kind = kind;
        this.groups = groups;
        this.templatePath = templatePath;
    }

    /** The object's kind of workload; empty if it makes no pods. */
    public static Optional<WorkloadKind> of(KubeObject object) {
        for (WorkloadKind candidate : values()) {
            if (candidate.kind.equals(object.kind()) && candidate.groups.contains(object.group())) {
                return candidate == ROLLOUT && refersToAnother(object) ? Optional.empty() : Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean refersToAnother(KubeObject rollout) {
        return rollout.fields()
                .mapping("spec")
                .filter(spec -> spec.value("workloadRef").isPresent())
                .isPresent();
    }

    /** The Kubernetes kind, such as {@code StatefulSet}. */
    public String kind() {
        return kind;
    }

    /** Keys from the object to the mapping that holds the pod's metadata and spec; none for a Pod. */
    public List<String> templatePath() {
        return templatePath;
    }

    /** Whether Kubernetes replaces running pods when the template changes. */
    public boolean isRolledOut() {
        return switch (this) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, DEPLOYMENT_CONFIG, ROLLOUT, KNATIVE_SERVICE -> true;
            case REPLICA_SET, REPLICATION_CONTROLLER, JOB, CRON_JOB, POD -> false;
        };
    }
}
