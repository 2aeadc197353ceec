package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.Onboarding;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Namespaces that the mesh does not watch (OSM v1.2.4, pkg/k8s/client.go IsMonitoredNamespace). */
final class NamespaceNotOnboarded implements Rule {

    @Override
    public String id() {
        return "SMI-NS-01";
    }

    private static final Set<String> POLICY_KINDS = Set.of("TrafficTarget", "HTTPRouteGroup", "TCPRoute");

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        inhabited(facts).forEach((namespace, inhabitant) -> {
            Optional<Namespace> declared = facts.application().namespace(namespace);
            if (declared.isEmpty()) {
                findings.add(undeclared(inhabitant, facts.meshName(), facts.dialect()));
            } else if (!isKeptOut(declared.get(), facts.dialect())) {
                check(declared.get(), facts.meshName(), facts.dialect().monitoredBy())
                        .ifPresent(findings::add);
            }
        });
        return findings;
    }

    /** Whoever keeps a namespace out of every mesh by a label does so on purpose; SMI-NS-02 is about both at once. */
    private static boolean isKeptOut(Namespace namespace, Dialect dialect) {
        return !namespace.labels().containsKey(dialect.monitoredBy())
                && new Onboarding(dialect)
                        .obstacle(namespace.name(), namespace.labels())
                        .isPresent();
    }

    /** The first workload or policy of each namespace. */
    private static Map<String, KubeObject> inhabited(Facts facts) {
        Map<String, KubeObject> inhabited = new TreeMap<>();
        facts.application()
                .workloads()
                .forEach(workload -> inhabited.putIfAbsent(workload.namespace(), workload.object()));
        facts.application().objects().stream()
                .filter(object -> POLICY_KINDS.contains(object.kind()))
                .forEach(object -> inhabited.putIfAbsent(object.namespace(), object));
        return inhabited;
    }

    private Finding undeclared(KubeObject inhabitant, String meshName, Dialect dialect) {
        return Finding.of(
                this,
                Severity.WARNING,
                inhabitant,
                inhabitant.location(),
                "no manifest defines namespace " + inhabitant.namespace(),
                "the rest of this report takes it to be onboarded; if it is not, the mesh ignores everything in it",
                "run smi:generate, which writes the namespace, or: " + dialect.product() + " namespace add "
                        + inhabitant.namespace() + " --mesh-name " + meshName);
    }

    private Optional<Finding> check(Namespace namespace, String meshName, String label) {
        String mesh = namespace.labels().get(label);
        if (meshName.equals(mesh)) {
            return Optional.empty();
        }
        String message = mesh == null
                ? "the label " + label + " is missing"
                : "the label " + label + " names mesh " + Printable.text(mesh) + ", not " + meshName;
        return Optional.of(Finding.of(
                this,
                Severity.ERROR,
                namespace.object(),
                namespace.labelLocation(label),
                message,
                "the mesh ignores the namespace: its pods get no sidecar and its policies have no effect",
                (mesh == null ? "add" : "change") + " the label " + label + ": " + meshName));
    }
}
