package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.RoleBindings;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rights in the cluster for accounts that no workload runs as, as when the workload has moved to another account. */
final class StrandedRights implements Rule {

    @Override
    public String id() {
        return "SMI-ID-10";
    }

    @Override
    public List<Finding> check(Facts facts) {
        Set<ObjectName> running =
                facts.application().workloads().stream().map(Workload::account).collect(Collectors.toSet());
        Set<String> inhabited = facts.application().workloads().stream()
                .map(Workload::namespace)
                .collect(Collectors.toSet());
        RoleBindings bindings = new RoleBindings(facts.application());
        List<Finding> findings = new ArrayList<>();
        for (ObjectName account : bindings.accounts()) {
            if (inhabited.contains(account.namespace()) && !running.contains(account)) {
                bindings.of(account).stream()
                        .filter(binding -> onlyFor(bindings, binding, running))
                        .forEach(binding -> findings.add(finding(binding, account)));
            }
        }
        return findings;
    }

    /** Whether no workload has the rights. */
    private static boolean onlyFor(RoleBindings bindings, KubeObject binding, Set<ObjectName> running) {
        return running.stream().noneMatch(account -> bindings.of(account).contains(binding));
    }

    private Finding finding(KubeObject binding, ObjectName account) {
        return Finding.of(
                this,
                Severity.INFO,
                binding,
                binding.fields().location("subjects"),
                "it gives rights to account " + Printable.text(account.toString())
                        + ", which no workload of the manifests runs as",
                "a workload that ran as that account and runs as another one now has lost them",
                "name the account that the workload runs as");
    }
}
