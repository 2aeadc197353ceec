package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.generate.PodReplacement;
import io.github.meshready.smi.generate.PodReplacement.Way;
import io.github.meshready.smi.manifest.ShellWord;
import java.util.Optional;

/**
 * What waits until a workload's new pods are ready. {@code kubectl rollout status} knows Deployments, StatefulSets and
 * DaemonSets, the latter two not with updateStrategy OnDelete (k8s.io/kubectl, pkg/polymorphichelpers/rollout_status.go);
 * OpenShift and Argo bring commands of their own. Where somebody deletes pods, those are waited for that are there then.
 */
final class WaitCommand {

    private static final String READY = "kubectl wait --for=condition=Ready ";
    private static final String TIMEOUT = " --timeout=5m";

    private WaitCommand() {}

    static Optional<String> of(PodReplacement replacement) {
        Workload workload = replacement.workload();
        String name = ShellWord.of(workload.name());
        String namespace = " -n " + ShellWord.of(workload.namespace());
        if (replacement.way() == Way.PODS_DELETED) {
            return Optional.of(workload.pod().selector())
                    .filter(selector -> !selector.isEmpty())
                    .map(selector -> READY + "pods" + namespace + " -l " + ShellWord.of(selector) + TIMEOUT);
        }
        return switch (workload.kind()) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET ->
                Optional.of("kubectl rollout status " + replacement.resource() + namespace + TIMEOUT);
            case POD -> Optional.of(READY + "pod/" + name + namespace + TIMEOUT);
            case KNATIVE_SERVICE -> Optional.of(READY + "ksvc/" + name + namespace + TIMEOUT);
            case DEPLOYMENT_CONFIG -> Optional.of("oc rollout status dc/" + name + namespace);
            case ROLLOUT -> Optional.of("kubectl argo rollouts status " + name + namespace + TIMEOUT);
            case REPLICA_SET, REPLICATION_CONTROLLER, JOB, CRON_JOB -> Optional.empty();
        };
    }
}
