package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Pods for Windows, which get a sidecar that nothing is redirected to (pkg/injector/patch.go). */
final class WindowsPod implements Rule {

    private static final List<String> LABELS = List.of("kubernetes.io/os", "beta.kubernetes.io/os");

    @Override
    public String id() {
        return "SMI-POD-06";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            workload.podSpec()
                    .mapping("nodeSelector")
                    .ifPresent(selector -> LABELS.stream()
                            .filter(label -> selector.text(label)
                                    .filter("windows"::equals)
                                    .isPresent())
                            .findFirst()
                            .ifPresent(label -> findings.add(Finding.of(
                                    this,
                                    Severity.WARNING,
                                    workload.object(),
                                    selector.location(label),
                                    "its pods run on Windows and get a sidecar",
                                    "nothing is redirected to the sidecar there, unless a CNI plugin does it: calls pass the"
                                            + " mesh by, and meshed pods refuse them",
                                    "annotate the pod template with "
                                            + facts.dialect().injection()
                                            + ": disabled, unless the cluster has such a plugin"))));
        }
        return findings;
    }
}
