package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.SplitFault.Kind;
import io.github.meshready.smi.policy.TrafficSplit;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.stream.Stream;

/** TrafficSplits that name Services which are not there, or not in their namespace (pkg/smi/client.go FilterTrafficSplit). */
final class SplitWithoutService implements Rule {

    @Override
    public String id() {
        return "SMI-SPLIT-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return Stream.concat(
                        SplitFindings.of(this, facts, Kind.SERVICE).stream(),
                        facts.policies().splits().stream()
                                .filter(SplitWithoutService::isElsewhere)
                                .map(this::elsewhere))
                .toList();
    }

    /** Of forms that the mesh takes for a pod, SMI-SPLIT-08 speaks. */
    private static boolean isElsewhere(TrafficSplit split) {
        return split.host().pod().isEmpty()
                && split.host()
                        .namespace()
                        .filter(namespace -> !namespace.equals(split.apex().namespace()))
                        .isPresent();
    }

    private Finding elsewhere(TrafficSplit split) {
        return Finding.of(
                this,
                Severity.ERROR,
                split.object(),
                split.hostLocation(),
                "spec.service " + Printable.text(split.host().written()) + " is in another namespace than the split",
                "the mesh takes it for Service " + split.apex(),
                "put the split into the namespace of the Service");
    }
}
