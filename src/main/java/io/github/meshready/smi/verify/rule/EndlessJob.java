package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.app.WorkloadKind;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** Jobs with a sidecar, which runs on when the job is done (docs, guides/troubleshooting; osm#4841). */
final class EndlessJob implements Rule {

    /** The sidecar's command to end itself. */
    private static final String QUIT = "quitquitquit";

    @Override
    public String id() {
        return "SMI-POD-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.application().workloads().stream()
                .filter(workload -> workload.kind() == WorkloadKind.JOB || workload.kind() == WorkloadKind.CRON_JOB)
                .filter(workload -> facts.mesh().membership().outside(workload).isEmpty())
                .filter(workload -> !quits(workload))
                .map(workload -> finding(facts.dialect(), workload))
                .toList();
    }

    private static boolean quits(Workload workload) {
        return workload.pod().containers().stream()
                .flatMap(container -> container.arguments().stream())
                .anyMatch(word -> word.value().contains(QUIT));
    }

    private Finding finding(Dialect dialect, Workload workload) {
        return Finding.of(
                this,
                Severity.WARNING,
                workload.object(),
                workload.object().location(),
                "its pods get a sidecar that does not end with them",
                "the job is never complete",
                "send POST http://localhost:15000/quitquitquit at the end of its command; if it calls nothing in the"
                        + " mesh, annotate its pod template with " + dialect.injection() + ": disabled");
    }
}
