package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** Pods that name an account that nobody defines (Kubernetes admission; the mesh never sees such pods). */
final class UndefinedAccount implements Rule {

    @Override
    public String id() {
        return "SMI-ID-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.application().workloads().stream()
                .filter(workload -> !workload.pod().usesDefaultAccount())
                .filter(workload -> !facts.application().accounts().containsKey(workload.account()))
                .filter(workload -> !facts.externalAccounts().contains(workload.account()))
                .map(this::finding)
                .toList();
    }

    private Finding finding(Workload workload) {
        return Finding.of(
                this,
                Severity.ERROR,
                workload.object(),
                workload.object().location(),
                "no manifest defines its service account " + workload.account(),
                "Kubernetes creates no pod for it",
                "add the ServiceAccount to the manifests; if it exists without them, name it in smi.externalAccounts");
    }
}
