package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.SplitFault.Kind;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import java.util.List;

/** Weights that the mesh or its proxies refuse (pkg/envoy/rds/route/route_config.go; pkg/envoy/lds/inmesh.go). */
final class SplitWeights implements Rule {

    @Override
    public String id() {
        return "SMI-SPLIT-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return SplitFindings.of(this, facts, Kind.WEIGHT);
    }
}
