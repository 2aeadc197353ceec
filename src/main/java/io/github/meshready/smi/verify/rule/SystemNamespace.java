package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.Set;

/** Namespaces of the cluster and of the mesh itself, which the injector never serves (cmd/osm-injector; pkg/injector/webhook.go). */
final class SystemNamespace implements Rule {

    private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public");

    @Override
    public String id() {
        return "SMI-NS-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return OnboardedNamespaces.of(facts).stream()
                .filter(namespace -> SYSTEM.contains(namespace.name())
                        || namespace.name().equals(facts.dialect().usualNamespace()))
                .map(namespace -> Finding.of(
                        this,
                        Severity.ERROR,
                        namespace.object(),
                        namespace.labelLocation(facts.dialect().monitoredBy()),
                        "it is to be watched by the mesh, and belongs to the "
                                + (SYSTEM.contains(namespace.name()) ? "cluster" : "mesh itself"),
                        "pods in it get no sidecar, and meshed pods fail to call them",
                        "remove the label; put applications into a namespace of their own"))
                .toList();
    }
}
