package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import java.util.List;
import java.util.Set;

/**
 * What the build's configuration says of the plan.
 *
 * @param settings the mesh
 * @param accountMode which workloads get an account of their own
 * @param externalAccounts accounts that exist without a manifest
 * @param ingress what stands in front of the application
 */
public record PlanRequest(
        Settings settings, AccountMode accountMode, Set<ObjectName> externalAccounts, List<DeclaredIngress> ingress) {

    public PlanRequest {
        externalAccounts = Set.copyOf(externalAccounts);
        ingress = List.copyOf(ingress);
    }

    /** A request of somebody who says no more than what the mesh is. */
    public static PlanRequest of(Settings settings) {
        return new PlanRequest(settings, AccountMode.MISSING, Set.of(), List.of());
    }
}
