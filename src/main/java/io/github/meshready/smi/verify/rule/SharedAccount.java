package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.PodTemplate;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.PortKey;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Accounts of several workloads that call or serve different things: what one may, all may (pkg/identity/types.go). */
final class SharedAccount implements Rule {

    @Override
    public String id() {
        return "SMI-ID-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (facts.mesh().mode().permissive()) {
            return List.of();
        }
        Map<Workload, Set<PortKey>> called = new HashMap<>();
        for (Call call : facts.graph().calls()) {
            called.computeIfAbsent(call.source(), key -> new HashSet<>()).add(PortKey.of(call.service(), call.port()));
        }
        List<Finding> findings = new ArrayList<>();
        facts.mesh().runningAs().forEach((account, workloads) -> {
            // Of the account default, SMI-ID-01 speaks.
            if (workloads.size() > 1 && !account.name().equals(PodTemplate.DEFAULT_ACCOUNT)) {
                boolean callsDiffer = workloads.stream()
                                .map(workload -> called.getOrDefault(workload, Set.of()))
                                .distinct()
                                .count()
                        > 1;
                if (callsDiffer || servesApart(facts, account)) {
                    findings.add(finding(account, workloads, callsDiffer));
                }
            }
        });
        return findings;
    }

    /** Whether a port of the account that is called leads to some of its workloads only. */
    private static boolean servesApart(Facts facts, ObjectName account) {
        Set<PortKey> calledPorts = facts.graph().calls().stream()
                .map(call -> PortKey.of(call.service(), call.port()))
                .collect(Collectors.toSet());
        Map<Integer, Set<Set<KubeObject>>> pods = new HashMap<>();
        boolean isCalled = false;
        for (ServedPort port : facts.mesh().served(account)) {
            isCalled |= calledPorts.contains(PortKey.of(port.service(), port.port()));
            pods.computeIfAbsent(port.targetPort(), key -> new HashSet<>())
                    .add(facts.application().selectedBy(port.service()).stream()
                            .map(Workload::object)
                            .collect(Collectors.toSet()));
        }
        return isCalled && pods.values().stream().anyMatch(groups -> groups.size() > 1);
    }

    private Finding finding(ObjectName account, List<Workload> workloads, boolean callsDiffer) {
        String names = workloads.stream().map(Workload::name).sorted().collect(Collectors.joining(", "));
        return Finding.of(
                this,
                Severity.WARNING,
                workloads.get(0).object(),
                workloads.get(0).object().location(),
                "workloads " + names + " share the service account " + account,
                callsDiffer
                        ? "what one of them may call, all of them may"
                        : "whoever may call one of them may call the same port of the others",
                "give each workload an account of its own");
    }
}
