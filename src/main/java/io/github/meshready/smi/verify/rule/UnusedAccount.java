package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.PodTemplate;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.RoleBindings;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Service accounts that nothing of the manifests uses. */
final class UnusedAccount implements Rule {

    @Override
    public String id() {
        return "SMI-ID-08";
    }

    @Override
    public List<Finding> check(Facts facts) {
        Set<ObjectName> used = new HashSet<>(new RoleBindings(facts.application()).accounts());
        facts.application().workloads().forEach(workload -> used.add(workload.account()));
        facts.policies().targets().forEach(target -> {
            target.destination().ifPresent(account -> used.add(account.account()));
            target.sources().forEach(account -> used.add(account.account()));
        });
        facts.policies().egressPolicies().stream()
                .flatMap(policy -> policy.sources().stream())
                .forEach(account -> used.add(account.account()));
        Set<String> inhabited = facts.application().workloads().stream()
                .map(Workload::namespace)
                .collect(Collectors.toSet());
        return facts.application().accounts().entrySet().stream()
                .filter(entry -> !used.contains(entry.getKey()))
                .filter(entry -> inhabited.contains(entry.getKey().namespace())
                        && !entry.getKey().name().equals(PodTemplate.DEFAULT_ACCOUNT))
                .map(entry -> Finding.of(
                        this,
                        Severity.INFO,
                        entry.getValue(),
                        entry.getValue().location(),
                        "no workload of the manifests runs as this account, and nothing else names it",
                        "nothing",
                        "remove it, unless something elsewhere uses it"))
                .toList();
    }
}
