package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.policy.Split;
import io.github.meshready.smi.policy.TrafficSplit;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Callers that may call only some backends of a TrafficSplit (pkg/catalog/outbound_traffic_policies.go). */
final class PartlyAllowedSplit implements Rule {

    @Override
    public String id() {
        return "SMI-SPLIT-07";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.mesh().mode().permissive()) {
            return findings;
        }
        for (TrafficSplit split : facts.policies().splits()) {
            for (ObjectName client : callers(facts, split)) {
                check(facts, split, client, findings);
            }
        }
        return findings;
    }

    private static Set<ObjectName> callers(Facts facts, TrafficSplit split) {
        Set<ObjectName> callers = new LinkedHashSet<>();
        for (Call call : facts.graph().calls()) {
            boolean spread = call.service().name().equals(split.apex())
                    && !call.toPods()
                    && facts.mesh().splits().spread(call.service());
            if (spread && facts.mesh().membership().outside(call.source()).isEmpty()) {
                callers.add(call.source().account());
            }
        }
        return callers;
    }

    private void check(Facts facts, TrafficSplit split, ObjectName client, List<Finding> findings) {
        List<Integer> unknown = new ArrayList<>();
        boolean knowsSome = false;
        List<Split.Backend> backends = split.split().backends();
        for (int i = 0; i < backends.size(); i++) {
            Optional<Service> leaf = facts.application().service(backends.get(i).service());
            if (leaf.isPresent() && !facts.application().selectedBy(leaf.get()).isEmpty()) {
                boolean knows = facts.application().selectedBy(leaf.get()).stream()
                        .anyMatch(workload -> facts.mesh().knows(client, workload.account()));
                knowsSome |= knows;
                if (!knows) {
                    unknown.add(i);
                }
            }
        }
        if (knowsSome) {
            unknown.forEach(index -> findings.add(finding(split, index, client)));
        }
    }

    private Finding finding(TrafficSplit split, int index, ObjectName client) {
        Split.Backend backend = split.split().backends().get(index);
        boolean called = backend.weight().isPositive();
        return Finding.of(
                this,
                called ? Severity.ERROR : Severity.WARNING,
                split.object(),
                split.backendLocations().get(index),
                "no TrafficTarget lets account " + client + " call the pods behind backend " + backend.service()
                        + ", while it may call others",
                called ? "that share of its calls gets 503" : "its calls get 503 as soon as the weight is raised",
                "run smi:generate, or add a TrafficTarget to the accounts behind the backend");
    }
}
