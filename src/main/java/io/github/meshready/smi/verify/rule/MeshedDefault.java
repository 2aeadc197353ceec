package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** Namespace default in the mesh, with the Service of the Kubernetes API in it (docs, guides/app_onboarding). */
final class MeshedDefault implements Rule {

    @Override
    public String id() {
        return "SMI-NS-04";
    }

    /** With policies enforced the mesh leaves Services without a selector alone. */
    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.mesh().mode().permissive()) {
            return List.of();
        }
        return OnboardedNamespaces.of(facts).stream()
                .filter(namespace -> namespace.name().equals("default"))
                .map(namespace -> Finding.of(
                        this,
                        Severity.WARNING,
                        namespace.object(),
                        namespace.labelLocation(facts.dialect().monitoredBy()),
                        "it is to be watched by the mesh, and holds Service kubernetes",
                        "in permissive mode sidecars take the Kubernetes API for a member of the mesh and speak mesh TLS to"
                                + " it: every call to it from a meshed pod fails",
                        "move the application to a namespace of its own"))
                .toList();
    }
}
