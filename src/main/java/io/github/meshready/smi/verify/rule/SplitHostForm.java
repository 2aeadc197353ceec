package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.TrafficSplit;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;

/** Forms of spec.service whose first label the mesh takes for a pod (pkg/k8s/util.go splitHostName). */
final class SplitHostForm implements Rule {

    @Override
    public String id() {
        return "SMI-SPLIT-08";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().splits().stream()
                .filter(split -> split.host().pod().isPresent())
                .map(this::finding)
                .toList();
    }

    private Finding finding(TrafficSplit split) {
        return Finding.of(
                this,
                Severity.WARNING,
                split.object(),
                split.hostLocation(),
                "the mesh takes spec.service " + Printable.text(split.host().written()) + " for pod "
                        + Printable.text(split.host().pod().orElseThrow()) + " of Service "
                        + Printable.text(split.host().service()),
                "the split applies to Service " + split.apex() + ", whatever is meant",
                "write the bare name of the Service");
    }
}
