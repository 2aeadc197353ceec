package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sources of an IngressBackend that are Services without pods: the mesh then drops all of it (pkg/catalog/ingress.go). */
final class AbsentIngressSource implements Rule {

    @Override
    public String id() {
        return "SMI-ING-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (IngressBackend policy : facts.policies().ingressBackends()) {
            policy.sources().stream()
                    .filter(source ->
                            source.isService() && !source.name().namespace().isEmpty())
                    .forEach(source -> fault(facts, source.name())
                            .ifPresent(fault -> findings.add(Finding.of(
                                    this,
                                    Severity.WARNING,
                                    policy.object(),
                                    source.location(),
                                    fault,
                                    "a Service without endpoints makes the mesh drop the whole policy: it lets nothing in",
                                    "name the Service of the proxy in front, with its namespace"))));
        }
        return findings;
    }

    /** Of namespaces that the manifests do not fill, nothing is known. */
    private static Optional<String> fault(Facts facts, ObjectName name) {
        Optional<Service> service = facts.application().service(name);
        if (service.isEmpty()) {
            boolean known = facts.application().services().stream()
                    .anyMatch(each -> each.name().namespace().equals(name.namespace()));
            return known ? Optional.of("no manifest defines Service " + shown(name)) : Optional.empty();
        }
        boolean empty = service.get().isAlias()
                || !service.get().selector().isEmpty()
                        && facts.application().selectedBy(service.get()).isEmpty();
        return empty ? Optional.of("Service " + shown(name) + " selects no pods of the manifests") : Optional.empty();
    }

    private static String shown(ObjectName name) {
        return Printable.text(name.toString());
    }
}
