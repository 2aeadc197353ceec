package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.SplitFault.Kind;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import java.util.List;

/** Backends that lack a port of the Service that is spread (pkg/catalog/outbound_traffic_policies.go). */
final class SplitWithoutPort implements Rule {

    @Override
    public String id() {
        return "SMI-SPLIT-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return SplitFindings.of(this, facts, Kind.PORT);
    }
}
