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
    POD("Pod", Set.of(""), List.of());

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
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
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
        return this == DEPLOYMENT || this == STATEFUL_SET || this == DAEMON_SET;
    }
}
