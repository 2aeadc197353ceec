package io.github.meshready.smi.app;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The pods of a workload.
 *
 * @param labels the pods' labels
 * @param annotations the pods' annotations
 * @param serviceAccount the account that the pods run as; {@code default} where the template names none
 * @param namesLegacyAccount whether the template uses {@code serviceAccount}, the old name of serviceAccountName
 * @param hostNetwork whether the pods use the node's network
 * @param containers init containers first, as they run
 */
public record PodTemplate(
        Map<String, String> labels,
        Map<String, String> annotations,
        String serviceAccount,
        boolean namesLegacyAccount,
        boolean hostNetwork,
        List<Container> containers) {

    /** The account that Kubernetes gives to a pod that asks for none. */
    public static final String DEFAULT_ACCOUNT = "default";

    public PodTemplate {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        containers = List.copyOf(containers);
    }

    public boolean usesDefaultAccount() {
        return serviceAccount.equals(DEFAULT_ACCOUNT);
    }

    /** All of the pods' labels as a selector, sorted; it selects everything if there are none. */
    public String selector() {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** The number of a named container port. */
    public OptionalInt port(String portName) {
        return containers.stream()
                .filter(container -> !container.init())
                .flatMap(container -> container.ports().stream())
                .filter(port -> port.name().equals(portName))
                .mapToInt(ContainerPort::number)
                .findFirst();
    }
}
