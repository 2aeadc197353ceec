package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.app.WorkloadKind;
import io.github.meshready.smi.mesh.Access;
import io.github.meshready.smi.mesh.Grant;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Clusters of pods whose members no policy lets call each other (docs, demos/statefulsets.md; osm#4340). */
final class PeersWithoutTarget implements Rule {

    @Override
    public String id() {
        return "SMI-TT-14";
    }

    /** Calls that the manifests show are decided like all others, and SMI-CALL-01 speaks of them. */
    @Override
    public List<Finding> check(Facts facts) {
        if (facts.mesh().mode().permissive()) {
            return List.of();
        }
        Set<Access> granted = facts.mesh().grants().stream().map(Grant::access).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            boolean several = workload.kind() == WorkloadKind.STATEFUL_SET
                    && workload.object()
                                    .fields()
                                    .requiredMapping("spec")
                                    .integer("replicas", 0, Integer.MAX_VALUE)
                                    .orElse(1)
                            > 1;
            if (several) {
                PeerPorts.of(facts, workload).stream()
                        .filter(served -> !granted.contains(
                                new Access(workload.account(), workload.account(), served.targetPort())))
                        .filter(served -> facts.graph().calls().stream()
                                .noneMatch(call -> call.source().equals(workload)
                                        && call.service().equals(served.service())
                                        && call.port().equals(served.port())))
                        .findFirst()
                        .ifPresent(served -> findings.add(finding(workload, served)));
            }
        }
        return findings;
    }

    private Finding finding(Workload workload, ServedPort served) {
        return Finding.of(
                this,
                Severity.WARNING,
                workload.object(),
                served.port().location(),
                "such pods call each other on port " + served.targetPort() + ", and no TrafficTarget lets account "
                        + workload.account() + " call itself there",
                "the members do not find each other: the cluster does not form",
                "declare the call and generate again: "
                        + Snippets.call(
                                workload,
                                served.service(),
                                Integer.toString(served.port().number())));
    }
}
