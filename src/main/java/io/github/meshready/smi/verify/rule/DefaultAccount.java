package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.PodTemplate;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Identities that everybody shares: pods that run as {@code default}, and policies that name it (pkg/identity/types.go). */
final class DefaultAccount implements Rule {

    @Override
    public String id() {
        return "SMI-ID-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        facts.application().workloads().stream()
                .filter(workload -> workload.pod().usesDefaultAccount())
                .filter(workload -> facts.mesh().membership().outside(workload).isEmpty())
                .forEach(workload -> findings.add(Finding.of(
                        this,
                        facts.mesh().mode().permissive() ? Severity.INFO : Severity.WARNING,
                        workload.object(),
                        workload.object().location(),
                        "its pods run as the service account default",
                        "every policy for one such workload holds for all of them",
                        "run smi:generate, or give the workload a serviceAccountName of its own")));
        facts.policies().targets().forEach(target -> check(target, findings));
        return findings;
    }

    private void check(TrafficTarget target, List<Finding> findings) {
        Stream.concat(target.destination().stream(), target.sources().stream())
                .filter(account -> account.name().equals(PodTemplate.DEFAULT_ACCOUNT))
                .map(AccountRef::location)
                .forEach(location -> findings.add(Finding.of(
                        this,
                        Severity.ERROR,
                        target.object(),
                        location,
                        "names the service account default",
                        "it holds for every pod of the namespace that has no account of its own, now and later",
                        "give the workload an account of its own and name that")));
    }
}
