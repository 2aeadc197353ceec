package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.ShellWord;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives workloads the accounts back that they had. Applying a manifest without {@code serviceAccountName} takes nothing
 * away, as the API server fills it in again from the deprecated {@code serviceAccount} (kubernetes#108208); pods would
 * go on running as accounts that somebody is about to delete.
 */
final class FormerAccounts {

    private final List<String> commands;

    /** @param moved workloads as they were before */
    FormerAccounts(List<Workload> moved) {
        this.commands = moved.stream()
                .sorted(Comparator.comparing(Workload::id))
                .flatMap(FormerAccounts::command)
                .toList();
    }

    List<String> commands() {
        return commands;
    }

    private static Stream<String> command(Workload workload) {
        String kind = workload.kind().kind().toLowerCase(Locale.ROOT);
        String resource = ShellWord.of(kind + "/" + workload.name());
        String account = ShellWord.of(workload.account().name());
        String namespace = " -n " + ShellWord.of(workload.namespace());
        Optional<String> command = switch (workload.kind()) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, REPLICA_SET, REPLICATION_CONTROLLER ->
                Optional.of("kubectl set serviceaccount " + resource + " " + account + namespace);
            case CRON_JOB, DEPLOYMENT_CONFIG ->
                Optional.of(
                        "kubectl patch " + resource + namespace + " --type=merge -p " + ShellWord.of(patch(workload)));
            // These are deleted and made anew, or keep no such copy of the field.
            case JOB, POD, ROLLOUT, KNATIVE_SERVICE -> Optional.empty();
        };
        return command.stream();
    }

    private static String patch(Workload workload) {
        StringBuilder patch = new StringBuilder();
        List<String> path = workload.podSpecPath("serviceAccountName");
        path.forEach(key -> patch.append("{\"").append(key).append("\":"));
        return patch.append('"')
                .append(workload.account().name())
                .append('"')
                .append("}".repeat(path.size()))
                .toString();
    }
}
