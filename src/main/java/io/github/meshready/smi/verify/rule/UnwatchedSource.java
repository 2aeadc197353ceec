package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Sources in namespaces that the mesh does not watch: their pods have no identity (pkg/k8s/client.go IsMonitoredNamespace). */
final class UnwatchedSource implements Rule {

    @Override
    public String id() {
        return "SMI-ID-07";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (TrafficTarget target : facts.policies().targets()) {
            if (facts.mesh().membership().unwatched(target.namespace()).isPresent()) {
                continue; // nothing in there has an effect
            }
            for (AccountRef source : target.sources()) {
                facts.mesh()
                        .membership()
                        .unwatched(source.namespace())
                        .filter(reason -> !source.namespace().isEmpty())
                        .ifPresent(reason -> findings.add(Finding.of(
                                this,
                                Severity.WARNING,
                                target.object(),
                                source.location(),
                                "source " + Printable.text(source.account().toString()) + " is outside of the mesh: "
                                        + reason,
                                "its pods have no sidecar and so no identity: the target does not let them in",
                                "bring the namespace into the mesh, or let the callers in with an IngressBackend")));
            }
        }
        return findings;
    }
}
