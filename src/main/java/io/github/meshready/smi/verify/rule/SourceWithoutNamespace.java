package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** Sources without a namespace, which match nobody (pkg/identity/types.go). */
final class SourceWithoutNamespace implements Rule {

    @Override
    public String id() {
        return "SMI-TT-06";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().targets().stream()
                .flatMap(target -> target.sources().stream()
                        .filter(source -> source.namespace().isEmpty())
                        .map(source -> finding(target, source)))
                .toList();
    }

    private Finding finding(TrafficTarget target, AccountRef source) {
        return Finding.of(
                this,
                Severity.ERROR,
                target.object(),
                source.location(),
                "source " + source.name() + " names no namespace",
                "it matches no caller: the mesh does not take the target's namespace instead",
                "add namespace: to the source");
    }
}
