package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Cidr;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.EgressPolicy;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Addresses of an Egress that are no ranges of IPv4 (crds/policy_egress.yaml; pkg/catalog/egress.go). */
final class BadEgressRange implements Rule {

    @Override
    public String id() {
        return "SMI-EGR-07";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (EgressPolicy policy : facts.policies().egressPolicies()) {
            policy.object()
                    .fields()
                    .mapping("spec")
                    .ifPresent(spec -> spec.scalars("ipAddresses").stream()
                            .filter(range -> !Cidr.isRange(range.value()))
                            .forEach(range -> findings.add(Finding.of(
                                    this,
                                    Severity.WARNING,
                                    policy.object(),
                                    policy.object().locate(range),
                                    Printable.text(range.value()) + " is no range of IPv4 addresses",
                                    "the API server rejects the policy, or the mesh ignores the address",
                                    "write an address with a prefix, such as 203.0.113.7/32"))));
        }
        return findings;
    }
}
