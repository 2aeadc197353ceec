package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.policy.Splits.Leaf;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Callers that may call only some of the accounts behind a Service (pkg/catalog/endpoint.go). */
final class PartlyAllowedService implements Rule {

    @Override
    public String id() {
        return "SMI-ID-05";
    }

    private record Client(ObjectName account, Service service) {}

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.mesh().mode().permissive()) {
            return findings;
        }
        Set<Client> seen = new HashSet<>();
        for (Call call : facts.graph().calls()) {
            ObjectName client = call.source().account();
            for (Leaf leaf : facts.mesh().splits().leaves(call.service(), call.port(), call.toPods())) {
                if (!seen.add(new Client(client, leaf.service()))) {
                    continue;
                }
                Set<ObjectName> behind = facts.application().selectedBy(leaf.service()).stream()
                        .filter(workload ->
                                facts.mesh().membership().outside(workload).isEmpty())
                        .map(Workload::account)
                        .filter(account -> !account.equals(client))
                        .collect(Collectors.toCollection(TreeSet::new));
                Set<ObjectName> others = behind.stream()
                        .filter(account -> !facts.mesh().knows(client, account))
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!others.isEmpty() && others.size() < behind.size()) {
                    findings.add(finding(client, leaf.service(), others));
                }
            }
        }
        return findings;
    }

    private Finding finding(ObjectName client, Service service, Set<ObjectName> others) {
        String names = others.stream().map(ObjectName::toString).collect(Collectors.joining(", "));
        return Finding.of(
                this,
                Severity.WARNING,
                service.object(),
                service.object().location(),
                "no TrafficTarget lets account " + client + " call " + names + ", which run behind it as well",
                "all its calls go to the other pods, and fail when these are gone",
                "add TrafficTargets to these accounts, or leave it if that is meant");
    }
}
