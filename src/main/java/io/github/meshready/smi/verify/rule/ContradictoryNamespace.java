package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Namespaces that are to be watched, with a label that keeps the mesh's webhooks away (pkg/injector/webhook.go). */
final class ContradictoryNamespace implements Rule {

    private static final String NAME = "name";

    @Override
    public String id() {
        return "SMI-NS-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Namespace namespace : OnboardedNamespaces.of(facts)) {
            Stream.of(facts.dialect().key("ignore"), "control-plane")
                    .filter(namespace.labels()::containsKey)
                    .forEach(label -> findings.add(finding(namespace, label)));
            if (OnboardedNamespaces.ofMesh(facts).equals(namespace.labels().get(NAME))) {
                findings.add(finding(namespace, NAME));
            }
        }
        return findings;
    }

    private Finding finding(Namespace namespace, String label) {
        return Finding.of(
                this,
                Severity.ERROR,
                namespace.object(),
                namespace.labelLocation(label),
                "it is to be watched by the mesh, and carries the label " + label
                        + (label.equals(NAME) ? ": " + namespace.labels().get(NAME) : ""),
                "pods in it get no sidecar, and its policies are applied without being checked",
                "remove the label, or leave the namespace out of the mesh");
    }
}
