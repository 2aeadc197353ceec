package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.ScalarNode;
import java.util.ArrayList;
import java.util.List;
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
                containers(object, spec));
    }

    private static List<Container> containers(KubeObject object, Fields spec) {
        List<Container> containers = new ArrayList<>();
        spec.mappings("initContainers").forEach(fields -> containers.add(container(object, fields, true)));
        spec.mappings("containers").forEach(fields -> containers.add(container(object, fields, false)));
        return containers;
    }

    private static Container container(KubeObject object, Fields fields, boolean init) {
        List<Argument> arguments = new ArrayList<>();
        for (String key : List.of("command", "args")) {
            for (ScalarNode word : fields.strictScalars(key)) {
                arguments.add(new Argument(word.value(), object.locate(word)));
            }
        }
        return new Container(
                fields.text("name").orElse(""),
                fields.text("image").orElse(""),
                init,
                env(fields),
                arguments,
                ports(fields));
    }

    private static List<EnvVar> env(Fields container) {
        List<EnvVar> env = new ArrayList<>();
        for (Fields variable : container.mappings("env")) {
            Optional<String> name = variable.text("name");
            Optional<String> value = variable.strictText("value");
            if (name.isPresent() && value.isPresent()) {
                env.add(new EnvVar(name.get(), value.get(), variable.location("value")));
            }
        }
        return env;
    }

    private static List<ContainerPort> ports(Fields container) {
        List<ContainerPort> ports = new ArrayList<>();
        for (Fields port : container.mappings("ports")) {
            port.integer("containerPort", 1, 65535)
                    .ifPresent(number ->
                            ports.add(new ContainerPort(port.text("name").orElse(""), number)));
        }
        return ports;
    }
}
