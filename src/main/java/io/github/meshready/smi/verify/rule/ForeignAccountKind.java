package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Sources and destinations that are no ServiceAccount (pkg/catalog/traffictarget.go, endpoint.go). */
final class ForeignAccountKind implements Rule {

    @Override
    public String id() {
        return "SMI-TT-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().targets().stream()
                .flatMap(target -> Stream.concat(target.destination().stream(), target.sources().stream())
                        .filter(account -> !account.isServiceAccount())
                        .map(account -> finding(target, account)))
                .toList();
    }

    private Finding finding(TrafficTarget target, AccountRef account) {
        return Finding.of(
                this,
                Severity.ERROR,
                target.object(),
                account.location(),
                "\"" + Printable.text(account.name()) + "\" is of kind \"" + Printable.text(account.kind()) + "\"",
                "the callers find no endpoints (503), although the called pods would let them in",
                "use kind: ServiceAccount");
    }
}
