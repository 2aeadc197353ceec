package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.policy.SplitFault.Kind;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import java.util.List;

/** Services that are spread and do not select the pods of the backends (release notes of OSM v1.2.0). */
final class SplitWithoutSelector implements Rule {

    @Override
    public String id() {
        return "SMI-SPLIT-05";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return SplitFindings.of(this, facts, Kind.SELECTOR);
    }
}
