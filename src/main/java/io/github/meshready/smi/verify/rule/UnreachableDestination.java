package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Destinations without pods, or whose pods no Service leads to (pkg/providers/kube/client.go GetServicesForServiceIdentity). */
final class UnreachableDestination implements Rule {

    @Override
    public String id() {
        return "SMI-ID-06";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        Map<ObjectName, List<Workload>> running =
                facts.application().workloads().stream().collect(Collectors.groupingBy(Workload::account));
        Set<String> inhabited = facts.application().workloads().stream()
                .map(Workload::namespace)
                .collect(Collectors.toSet());
        for (TrafficTarget target : facts.policies().targets()) {
            target.destination()
                    .filter(destination -> target.isValid(facts.dialect()) && destination.isServiceAccount())
                    .ifPresent(destination -> check(
                            facts,
                            target,
                            destination,
                            running.getOrDefault(destination.account(), List.of()),
                            inhabited,
                            findings));
        }
        return findings;
    }

    private void check(
            Facts facts,
            TrafficTarget target,
            AccountRef destination,
            List<Workload> running,
            Set<String> inhabited,
            List<Finding> findings) {
        if (running.isEmpty() && inhabited.contains(destination.namespace())) {
            findings.add(finding(
                    target,
                    destination,
                    Severity.WARNING,
                    "no workload of the manifests runs as account " + shown(destination),
                    "it allows nothing, unless such pods exist elsewhere",
                    "correct the name, or give a workload that account"));
        } else if (!running.isEmpty()
                && running.stream()
                        .allMatch(workload ->
                                facts.application().servicesOf(workload).isEmpty())) {
            findings.add(finding(
                    target,
                    destination,
                    Severity.ERROR,
                    "no Service leads to pods of account " + shown(destination),
                    "the mesh reaches pods through Services only: nobody can call them",
                    "add a Service that selects the pods of " + running.get(0).name()));
        }
    }

    private static String shown(AccountRef account) {
        return Printable.text(account.account().toString());
    }

    private Finding finding(
            TrafficTarget target,
            AccountRef destination,
            Severity severity,
            String message,
            String consequence,
            String fix) {
        return Finding.of(this, severity, target.object(), destination.location(), message, consequence, fix);
    }
}
