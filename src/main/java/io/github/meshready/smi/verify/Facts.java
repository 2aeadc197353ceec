package io.github.meshready.smi.verify;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.PolicySet;
import io.github.meshready.smi.verify.invariant.InvariantResult;
import java.util.List;
import java.util.Set;

/**
 * Everything that rules look at.
 *
 * @param mesh the mesh with everything applied
 * @param graph who calls whom
 * @param decisions what the mesh does with each call
 * @param externalAccounts accounts that exist without a manifest
 * @param settings what the user says of the mesh
 * @param invariants what came of each invariant
 */
public record Facts(
        Mesh mesh,
        CallGraph graph,
        List<CallDecision> decisions,
        Set<ObjectName> externalAccounts,
        Settings settings,
        List<InvariantResult> invariants) {

    public Facts {
        decisions = List.copyOf(decisions);
        externalAccounts = Set.copyOf(externalAccounts);
        invariants = List.copyOf(invariants);
    }

    public Application application() {
        return mesh.application();
    }

    /** The mesh's name. */
    public String meshName() {
        return settings.meshName();
    }

    /** What is to happen with calls out of the mesh. */
    public EgressMode egressMode() {
        return settings.egressMode();
    }

    /** The version of the mesh. */
    public Dialect dialect() {
        return mesh.mode().dialect();
    }

    /** The workloads whose pods have a sidecar. */
    public List<Workload> meshed() {
        return mesh.membership().meshed();
    }

    public PolicySet policies() {
        return mesh.policies();
    }
}
