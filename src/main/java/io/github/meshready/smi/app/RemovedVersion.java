package io.github.meshready.smi.app;

import java.util.List;
import java.util.Optional;

/**
 * A version of an API that Kubernetes serves no more, so that the API server rejects objects of it (Kubernetes,
 * reference/using-api/deprecation-guide).
 *
 * @param apiVersion group and version
 * @param kinds the kinds that it had; none for all of them
 * @param since the first version of Kubernetes without it
 * @param successor what to write instead
 */
record RemovedVersion(String apiVersion, List<String> kinds, String since, String successor) {

    private static final List<RemovedVersion> ALL = List.of(
            new RemovedVersion(
                    "extensions/v1beta1", List.of("Deployment", "DaemonSet", "ReplicaSet"), "1.16", "apps/v1"),
            new RemovedVersion("extensions/v1beta1", List.of("NetworkPolicy"), "1.16", "networking.k8s.io/v1"),
            new RemovedVersion("extensions/v1beta1", List.of("Ingress"), "1.22", "networking.k8s.io/v1"),
            new RemovedVersion("apps/v1beta1", List.of(), "1.16", "apps/v1"),
            new RemovedVersion("apps/v1beta2", List.of(), "1.16", "apps/v1"),
            new RemovedVersion("networking.k8s.io/v1beta1", List.of("Ingress"), "1.22", "networking.k8s.io/v1"),
            new RemovedVersion("rbac.authorization.k8s.io/v1beta1", List.of(), "1.22", "rbac.authorization.k8s.io/v1"),
            new RemovedVersion("batch/v2alpha1", List.of("CronJob"), "1.21", "batch/v1"),
            new RemovedVersion("batch/v1beta1", List.of("CronJob"), "1.25", "batch/v1"),
            new RemovedVersion("policy/v1beta1", List.of("PodDisruptionBudget"), "1.25", "policy/v1"),
            new RemovedVersion("autoscaling/v2beta1", List.of(), "1.25", "autoscaling/v2"),
            new RemovedVersion("autoscaling/v2beta2", List.of(), "1.26", "autoscaling/v2"));

    /** What to tell of an object, if its version is one of these. */
    static Optional<String> remark(KubeObject object) {
        return ALL.stream()
                .filter(removed -> removed.apiVersion().equals(object.apiVersion()))
                .filter(removed -> removed.kinds().isEmpty() || removed.kinds().contains(object.kind()))
                .findFirst()
                .map(removed ->
                        object.location() + ": " + object.described() + " has apiVersion " + removed.apiVersion()
                                + ", which Kubernetes does not serve since " + removed.since() + "; write "
                                + removed.successor());
    }
}
