package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.SplitFault.Kind;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import java.util.List;

/** Several TrafficSplits for one Service (pkg/catalog/outbound_traffic_policies.go; error E2007). */
final class RepeatedSplit implements Rule {

    @Override
    public String id() {
        return "SMI-SPLIT-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return SplitFindings.of(this, facts, Kind.REPEATED);
    }
}
