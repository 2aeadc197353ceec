package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Lists of what passes the sidecar by that the injector cannot read (pkg/injector/exclusions.go). */
final class BadExclusion implements Rule {

    @Override
    public String id() {
        return "SMI-INJ-04";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            for (ExclusionList list : ExclusionList.of(workload, facts.dialect())) {
                list.items().stream()
                        .flatMap(item -> list.fault(item).stream())
                        .findFirst()
                        .ifPresent(fault -> findings.add(Finding.of(
                                this,
                                Severity.ERROR,
                                workload.object(),
                                workload.annotationLocation(list.annotation()),
                                "annotation " + list.annotation() + " holds " + fault,
                                "the mesh rejects its pods when Kubernetes wants to create them, or their init container"
                                        + " fails",
                                list.ofPorts()
                                        ? "write ports from 1 to 65535 with commas between them, in quotes"
                                        : "write ranges such as 203.0.113.0/24 with commas between them, in quotes")));
            }
        }
        return findings;
    }
}
