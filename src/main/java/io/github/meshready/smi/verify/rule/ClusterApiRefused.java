package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.PodTemplate;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.RoleBindings;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Workloads with rights in the cluster whose calls to the Kubernetes API the mesh does not let out (docs, guides/app_onboarding). */
final class ClusterApiRefused implements Rule {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final Set<Integer> PORTS = Set.of(443, 6443);

    /** Rights that are used when pods are made, not by the pods. */
    private static final Set<String> FOR_ADMISSION = Set.of("podsecuritypolicies", "securitycontextconstraints");

    @Override
    public String id() {
        return "SMI-EGR-06";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.mesh().mode().egress().isClosed()) {
            return List.of();
        }
        RoleBindings bindings = new RoleBindings(facts.application());
        List<Finding> findings = new ArrayList<>();
        Set<ObjectName> running =
                facts.application().workloads().stream().map(Workload::account).collect(Collectors.toSet());
        for (Workload workload : facts.meshed()) {
            bindings.of(workload.account()).stream()
                    .filter(binding -> isItsOwn(bindings, binding, running) && !isForAdmission(facts, binding))
                    .findFirst()
                    .filter(binding -> !isLetOut(facts, workload) && hasToken(facts, workload))
                    .ifPresent(binding -> findings.add(finding(facts, workload, binding)));
        }
        return findings;
    }

    /** What several accounts are given, or all workloads without one, is not there for what one of them does. */
    private static boolean isItsOwn(RoleBindings bindings, KubeObject binding, Set<ObjectName> running) {
        List<ObjectName> given = running.stream()
                .filter(account -> bindings.of(account).contains(binding))
                .toList();
        return given.size() == 1 && !given.get(0).name().equals(PodTemplate.DEFAULT_ACCOUNT);
    }

    private static boolean isForAdmission(Facts facts, KubeObject binding) {
        Optional<Fields> ref = binding.fields().mapping("roleRef");
        List<KubeObject> roles = facts.application().objects().stream()
                .filter(object -> object.group().equals(GROUP))
                .filter(object -> ref.flatMap(fields -> fields.text("kind")).equals(Optional.of(object.kind()))
                        && ref.flatMap(fields -> fields.text("name")).equals(Optional.of(object.name())))
                .toList();
        return !roles.isEmpty()
                && roles.stream()
                        .flatMap(role -> role.fields().mappings("rules").stream())
                        .flatMap(rule -> rule.scalars("resources").stream())
                        .allMatch(resource -> FOR_ADMISSION.contains(resource.value()));
    }

    private static boolean hasToken(Facts facts, Workload workload) {
        return workload.podSpec()
                .bool("automountServiceAccountToken")
                .or(() -> Optional.ofNullable(facts.application().accounts().get(workload.account()))
                        .flatMap(account -> account.fields().bool("automountServiceAccountToken")))
                .orElse(true);
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

    private Finding finding(Facts facts, Workload workload, KubeObject binding) {
        return Finding.of(
                this,
                isSure(facts, workload) ? Severity.WARNING : Severity.INFO,
                workload.object(),
                workload.object().location(),
                binding.described()
                        + " gives its account rights in the cluster, so it seems to call the Kubernetes API",
                "the mesh lets no calls out, that to the API neither",
                "annotate the pod template with " + facts.dialect().key("outbound-ip-range-exclusion-list")
                        + ": the API's cluster IP/32, or write an Egress with port 443, protocol https and that address in"
                        + " ipAddresses");
    }
}
