package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** NetworkPolicies that keep sidecars from the mesh's control plane (pkg/constants/constants.go: port 15128). */
final class CutOffSidecar implements Rule {

    private static final int CONTROL = 15128;

    @Override
    public String id() {
        return "SMI-NET-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (facts.dialect().product() != Dialect.Product.OSM) {
            return List.of(); // the fork's ports are its own
        }
        List<KubeObject> policies = facts.application().objects("networking.k8s.io", "NetworkPolicy").stream()
                .filter(CutOffSidecar::restrictsEgress)
                .toList();
        Map<KubeObject, Workload> cutOff = new LinkedHashMap<>();
        for (Workload workload : facts.meshed()) {
            List<KubeObject> selecting = policies.stream()
                    .filter(policy -> selects(policy, workload) != Selection.NO)
                    .toList();
            boolean sure = selecting.stream().anyMatch(policy -> selects(policy, workload) == Selection.YES);
            if (sure && selecting.stream().noneMatch(CutOffSidecar::mayReachControl)) {
                cutOff.putIfAbsent(selecting.get(0), workload);
            }
        }
        return cutOff.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private enum Selection {
        YES,
        NO,
        UNKNOWN
    }

    private static Fields spec(KubeObject policy) {
        return policy.fields().requiredMapping("spec");
    }

    private static boolean restrictsEgress(KubeObject policy) {
        Optional<Fields> spec = policy.fields().mapping("spec");
        return spec.filter(fields -> fields.value("policyTypes").isEmpty()
                        ? fields.value("egress").isPresent()
                        : fields.scalars("policyTypes").stream()
                                .anyMatch(type -> type.value().equals("Egress")))
                .isPresent();
    }

    private static Selection selects(KubeObject policy, Workload workload) {
        if (!policy.namespace().equals(workload.namespace())) {
            return Selection.NO;
        }
        Optional<Fields> selector = spec(policy).mapping("podSelector");
        if (selector.filter(fields -> fields.value("matchExpressions").isPresent())
                .isPresent()) {
            return Selection.UNKNOWN;
        }
        Map<String, String> labels =
                selector.map(fields -> fields.texts("matchLabels")).orElse(Map.of());
        return workload.pod().labels().entrySet().containsAll(labels.entrySet()) ? Selection.YES : Selection.NO;
    }

    /** Whether some rule can mean the control plane: the benefit of the doubt is the policy's. */
    private static boolean mayReachControl(KubeObject policy) {
        return spec(policy).mappings("egress").stream().anyMatch(rule -> {
            List<Fields> peers = rule.mappings("to");
            boolean there = peers.isEmpty()
                    || peers.stream()
                            .anyMatch(peer -> peer.value("namespaceSelector").isPresent()
                                    || peer.value("ipBlock").isPresent());
            List<Fields> ports = rule.mappings("ports");
            return there && (ports.isEmpty() || ports.stream().anyMatch(CutOffSidecar::isControl));
        });
    }

    private static boolean isControl(Fields port) {
        String written = port.text("port").orElse("");
        return port.text("protocol").orElse("TCP").equals("TCP")
                && (written.isEmpty()
                        || written.equals(Integer.toString(CONTROL))
                        || port.value("endPort").isPresent()
                        || written.chars().anyMatch(c -> c < '0' || c > '9'));
    }

    private Finding finding(KubeObject policy, Workload workload) {
        return Finding.of(
                this,
                Severity.WARNING,
                policy,
                spec(policy).location("egress"),
                "it lets pods of " + workload.name() + " call, but not port " + CONTROL
                        + " of the mesh's control plane",
                "their sidecars get no configuration, unless another policy of the cluster allows it: nothing works",
                "allow TCP port " + CONTROL + " to the mesh's namespace");
    }
}
