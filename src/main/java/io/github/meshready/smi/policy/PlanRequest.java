package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the build's configuration says of the plan.
 *
 * @param settings the mesh
 * @param accountMode which workloads get an account of their own
 * @param externalAccounts accounts that exist without a manifest
 * @param policyMode when TrafficTargets are written
 * @param splits TrafficSplits to write
 * @param ingress what stands in front of the application
 * @param kubernetesApi the address of the Kubernetes API, as a CIDR
 */
public record PlanRequest(
        Settings settings,
        AccountMode accountMode,
        Set<ObjectName> externalAccounts,
        PolicyMode policyMode,
        List<DeclaredSplit> splits,
        List<DeclaredIngress> ingress,
        Optional<String> kubernetesApi) {

    public PlanRequest {
        externalAccounts = Set.copyOf(externalAccounts);
        splits = List.copyOf(splits);
        ingress = List.copyOf(ingress);
    }

    /** A request of somebody who says no more than what the mesh is. */
    public static PlanRequest of(Settings settings) {
        return of(settings, AccountMode.MISSING, Set.of());
    }

    /** The same with TrafficSplits. */
    public PlanRequest with(List<DeclaredSplit> declared) {
        return new PlanRequest(settings, accountMode, externalAccounts, policyMode, declared, ingress, kubernetesApi);
    }

    /** A request of somebody who says no more than what the mesh is, and of accounts. */
    public static PlanRequest of(Settings settings, AccountMode accountMode, Set<ObjectName> externalAccounts) {
        return new PlanRequest(
                settings, accountMode, externalAccounts, PolicyMode.ENFORCED, List.of(), List.of(), Optional.empty());
    }
}
