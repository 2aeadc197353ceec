package io.github.meshready.smi.app;

import java.util.Map;
import java.util.Optional;

/** Reads a workload's pod template. */
final class WorkloadReader {

    Workload read(KubeObject object, WorkloadKind kind) {
        Fields template = object.fields();
        for (String key : kind.templatePath()) {
            template = template.requiredMapping(key);
        }
        Fields spec = template.requiredMapping("spec");
        return new Workload(object, kind, pod(object, template, spec));
    }

    private static PodTemplate pod(KubeObject object, Fields template, Fields spec) {
        Optional<Fields> metadata = template.mapping("metadata");
        Optional<String> legacy = spec.strictText("serviceAccount").filter(text -> !text.isEmpty());
        String account = spec.strictText("serviceAccountName")
                .filter(text -> !text.isEmpty())
                .or(() -> legacy)
                .orElse(PodTemplate.DEFAULT_ACCOUNT);
        if (!DnsName.isSubdomain(account)) {
            throw spec.wrong(
                    "serviceAccountName", spec.value("serviceAccountName").orElse(spec.node()), "a valid name");
        }
        return new PodTemplate(
                metadata.map(fields -> fields.labels("labels")).orElse(Map.of()),
                metadata.map(fields -> fields.texts("annotations")).orElse(Map.of()),
                account,
                legacy.isPresent(),
                spec.bool("hostNetwork").orElse(false),
                new ContainerReader(object, spec).read());
    }
}
