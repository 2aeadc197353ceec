package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.Injection;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.app.WorkloadKind;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Annotations for the injector at the workload instead of its pods, where it does not look (pkg/injector/webhook.go). */
final class MisplacedInjection implements Rule {

    @Override
    public String id() {
        return "SMI-INJ-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.application().workloads()) {
            boolean saidThere =
                    workload.pod().annotations().containsKey(facts.dialect().injection());
            if (workload.kind() != WorkloadKind.POD
                    && !saidThere
                    && facts.mesh().membership().unwatched(workload.namespace()).isEmpty()) {
                check(facts, workload, workload.object().fields(), findings);
                workload.object()
                        .fields()
                        .mapping("spec")
                        .flatMap(spec -> spec.mapping("jobTemplate"))
                        .ifPresent(job -> check(facts, workload, job, findings));
            }
        }
        return findings;
    }

    private void check(Facts facts, Workload workload, Fields holder, List<Finding> findings) {
        String key = facts.dialect().injection();
        Optional<Fields> annotations = holder.mapping("metadata").flatMap(metadata -> metadata.mapping("annotations"));
        Optional<String> value = annotations.flatMap(fields -> fields.text(key));
        if (value.isEmpty()) {
            return;
        }
        boolean hasSidecar = facts.mesh().membership().outside(workload).isEmpty();
        boolean asWished = switch (Injection.of(Map.of(key, value.get()), facts.dialect())) {
            case ENABLED -> hasSidecar;
            case DISABLED -> !hasSidecar;
            default -> false;
        };
        if (!asWished) {
            findings.add(Finding.of(
                    this,
                    Severity.WARNING,
                    workload.object(),
                    annotations.orElseThrow().location(key),
                    "annotation " + key + " stands at the " + workload.kind().kind() + ", not at its pods",
                    "the mesh looks at pods only, so its pods " + (hasSidecar ? "get a sidecar" : "get no sidecar"),
                    "move it to " + String.join(".", workload.kind().templatePath()) + ".metadata.annotations"));
        }
    }
}
