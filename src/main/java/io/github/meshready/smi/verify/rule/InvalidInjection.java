package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Injection;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Values of the injection annotation that the injector rejects (pkg/injector/webhook.go isAnnotatedForInjection). */
final class InvalidInjection implements Rule {

    @Override
    public String id() {
        return "SMI-INJ-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        Set<String> namespaces = new TreeSet<>();
        for (Workload workload : facts.application().workloads()) {
            if (facts.mesh().membership().unwatched(workload.namespace()).isEmpty()) {
                check(facts.dialect(), workload.object(), workload.pod().annotations(), "its pods", findings);
                namespaces.add(workload.namespace());
            }
        }
        for (String name : namespaces) {
            facts.application()
                    .namespace(name)
                    .ifPresent((Namespace namespace) -> check(
                            facts.dialect(), namespace.object(), namespace.annotations(), "every pod in it", findings));
        }
        return findings;
    }

    private void check(
            Dialect dialect, KubeObject object, Map<String, String> annotations, String pods, List<Finding> findings) {
        if (Injection.of(annotations, dialect) == Injection.INVALID) {
            findings.add(Finding.of(
                    this,
                    Severity.ERROR,
                    object,
                    object.location(),
                    "annotation " + dialect.injection() + " has the value \""
                            + Printable.text(annotations.get(dialect.injection())) + "\"",
                    "the mesh rejects " + pods + " when Kubernetes wants to create it",
                    "write enabled or disabled"));
        }
    }
}
