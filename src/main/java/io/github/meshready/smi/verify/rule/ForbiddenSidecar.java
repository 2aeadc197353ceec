package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Namespaces whose pod security forbids what the mesh's init container needs (pkg/injector/init_container.go). */
final class ForbiddenSidecar implements Rule {

    private static final String LABEL = "pod-security.kubernetes.io/enforce";
    private static final Set<String> FORBIDDING = Set.of("baseline", "restricted");

    @Override
    public String id() {
        return "SMI-POD-05";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        facts.meshed().stream()
                .map(Workload::namespace)
                .distinct()
                .sorted()
                .forEach(name -> facts.application()
                        .namespace(name)
                        .filter(namespace ->
                                FORBIDDING.contains(namespace.labels().getOrDefault(LABEL, "")))
                        .ifPresent(namespace -> findings.add(finding(facts.dialect(), namespace))));
        return findings;
    }

    private Finding finding(Dialect dialect, Namespace namespace) {
        boolean always = dialect.product() == Dialect.Product.OSM; // FSM can do without, by a CNI plugin
        return Finding.of(
                this,
                always ? Severity.ERROR : Severity.WARNING,
                namespace.object(),
                namespace.labelLocation(LABEL),
                "it enforces the pod security standard " + namespace.labels().get(LABEL),
                "the mesh gives each pod an init container that runs as root with NET_ADMIN, which this standard forbids:"
                        + " no pod with a sidecar is created",
                "set the label " + LABEL + ": privileged");
    }
}
