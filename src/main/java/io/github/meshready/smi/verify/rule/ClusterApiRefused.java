package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.ApiUsers;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Workloads that use the Kubernetes API and whose calls to the Kubernetes API the mesh does not let out (docs, guides/app_onboarding). */
final class ClusterApiRefused implements Rule {

    private static final Set<Integer> PORTS = Set.of(443, 6443);

    @Override
    public String id() {
        return "SMI-EGR-06";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.mesh().mode().egress().isClosed()) {
            return List.of();
        }
        ApiUsers users = new ApiUsers(facts.application(), facts.graph());
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            users.reason(workload)
                    .filter(reason -> !isLetOut(facts, workload))
                    .ifPresent(reason -> findings.add(finding(facts, workload, reason)));
        }
        return findings;
    }

    /** Ranges that pass the sidecar by are taken to hold the API. */
    private static boolean isLetOut(Facts facts, Workload workload) {
        boolean byRange = ExclusionList.of(workload, facts.dialect()).stream().anyMatch(list -> !list.ofPorts())
                || facts.mesh().mode().config().stream()
                        .anyMatch(config -> !config.outboundRanges().isEmpty()
                                || !config.includedRanges().isEmpty());
        boolean byPort =
                PORTS.stream().anyMatch(port -> facts.mesh().exclusions().outbound(workload, port));
        boolean byEgress = facts.mesh().mode().readsEgressPolicies()
                && facts.policies().egress(workload.account()).stream()
                        .flatMap(policy -> policy.ports().stream())
                        .anyMatch(port -> PORTS.contains(port.number()));
        return byRange || byPort || byEgress;
    }

    /** Whether nobody else can be meant: no init container, which runs before the sidecar, and no other workload. */
    private static boolean isSure(Facts facts, Workload workload) {
        return workload.pod().containers().stream().noneMatch(Container::init)
                && facts.mesh().runningAs().get(workload.account()).size() == 1;
    }

    private Finding finding(Facts facts, Workload workload, String reason) {
        return Finding.of(
                this,
                isSure(facts, workload) ? Severity.WARNING : Severity.INFO,
                workload.object(),
                workload.object().location(),
                reason + ", so it seems to call the Kubernetes API",
                "the mesh lets no calls out, that to the API neither",
                "annotate the pod template with " + facts.dialect().key("outbound-ip-range-exclusion-list")
                        + ": the API's cluster IP/32, or write an Egress with port 443, protocol https and that address in"
                        + " ipAddresses");
    }
}
