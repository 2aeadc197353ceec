package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.ExternalCall;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls to hosts outside of the cluster that the mesh does not let out (pkg/catalog/egress.go). */
final class ExternalCallRefused implements Rule {

    @Override
    public String id() {
        return "SMI-EGR-05";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.mesh().mode().egress().isClosed()) {
            return List.of();
        }
        Map<String, ExternalCall> refused = new LinkedHashMap<>();
        ExternalCall.of(facts.graph()).stream()
                .filter(call -> facts.mesh().membership().outside(call.source()).isEmpty())
                .filter(call -> !call.evidence().init()) // before the sidecar
                .filter(call -> !isLetOut(facts, call))
                .forEach(call -> refused.putIfAbsent(
                        call.source().id() + " " + call.host() + " " + call.port() + " " + call.protocol(), call));
        return refused.values().stream().map(call -> finding(facts, call)).toList();
    }

    private static boolean isLetOut(Facts facts, ExternalCall call) {
        MeshMode mode = facts.mesh().mode();
        if (call.isHidden()) { // whoever wrote an Egress for it knew what stands there
            return mode.readsEgressPolicies()
                    && !facts.mesh().egress(call.source().account()).isEmpty();
        }
        if (call.port().isEmpty()) {
            return false;
        }
        int port = call.port().getAsInt();
        return facts.mesh().exclusions().outbound(call.source(), port)
                || facts.mesh().exclusions().outbound(call.source(), call.host())
                || mode.readsEgressPolicies()
                        && facts.mesh().egress(call.source().account()).stream()
                                .anyMatch(policy -> policy.lets(call.host(), port, call.protocol()));
    }

    private Finding finding(Facts facts, ExternalCall call) {
        Workload source = call.source();
        boolean warns = facts.egressMode() != EgressMode.OFF;
        return Finding.of(
                this,
                warns ? Severity.WARNING : Severity.INFO,
                source.object(),
                call.evidence().location().orElse(source.object().location()),
                "its call " + call.described() + " leaves the cluster, and no Egress lets it",
                facts.mesh().mode().readsEgressPolicies()
                        ? "the mesh lets no calls out, so the connection is refused"
                        : "the mesh lets no calls out, and featureFlags.enableEgressPolicy of its MeshConfig is false, so that"
                                + " no Egress has an effect",
                fix(facts, call));
    }

    private static String fix(Facts facts, ExternalCall call) {
        if (!facts.mesh().mode().readsEgressPolicies()) {
            return "set that flag or traffic.enableEgress, or keep the port from the sidecar with the annotation "
                    + facts.dialect().key("outbound-port-exclusion-list");
        }
        if (call.isHidden()) {
            return "write an Egress for account " + call.source().account() + " with the host that the Secret names";
        }
        return call.port().isEmpty()
                ? "nothing tells the port: name it where the host stands, or write the Egress"
                : "run smi:generate with smi.egress=write, or write an Egress for account "
                        + call.source().account();
    }
}
