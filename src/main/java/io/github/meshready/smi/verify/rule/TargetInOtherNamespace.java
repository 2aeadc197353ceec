package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.Optional;

/** TrafficTargets outside of their destination's namespace (pkg/smi/client.go isValidTrafficTarget; pkg/validator/validators.go). */
final class TargetInOtherNamespace implements Rule {

    @Override
    public String id() {
        return "SMI-TT-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().targets().stream()
                .filter(target -> target.destination()
                        .filter(destination -> destination.namespace().equals(target.namespace()))
                        .isEmpty())
                .map(this::finding)
                .toList();
    }

    private Finding finding(TrafficTarget target) {
        Optional<AccountRef> destination = target.destination();
        Location location =
                destination.map(AccountRef::location).orElse(target.object().location());
        String message = destination
                .map(account -> account.namespace().isEmpty()
                        ? "the destination names no namespace"
                        : "the destination is in namespace " + account.namespace() + ", the target in "
                                + target.namespace())
                .orElse("there is no destination");
        return Finding.of(
                this,
                Severity.ERROR,
                target.object(),
                location,
                message,
                "the admission webhook rejects the target, and the mesh ignores it",
                "put the target into the namespace of its destination, and name it there");
    }
}
