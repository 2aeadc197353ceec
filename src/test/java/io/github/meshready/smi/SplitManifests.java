package io.github.meshready.smi;

/** Manifests around TrafficSplits, beside those of {@link TestManifests}. */
public final class SplitManifests {

    private SplitManifests() {}

    /** A TrafficSplit named {@code s} with backends such as {@code v1: 90}. */
    public static String split(String namespace, String service, String... backends) {
        return splitNamed("s", namespace, service, backends);
    }

    public static String splitNamed(String name, String namespace, String service, String... backends) {
        StringBuilder list = new StringBuilder();
        for (String backend : backends) {
            String[] parts = backend.split(": ", 2);
            list.append(list.isEmpty() ? "" : ", ").append("{service: %s, weight: %s}".formatted(parts[0], parts[1]));
        }
        return """
            apiVersion: split.smi-spec.io/v1alpha2
            kind: TrafficSplit
            metadata: {name: %s, namespace: %s}
            spec: {service: %s, backends: [%s]}
            """.formatted(name, namespace, service, list);
    }

    /** A Service with this selector, as a flow mapping's content. */
    public static String selecting(String namespace, String name, String selector, String... ports) {
        return TestManifests.service(namespace, name, ports)
                .replace("selector: {app: " + name + "}", "selector: {" + selector + "}");
    }

    /** The same Deployment with another label on its pods. */
    public static String labelled(String deployment, String label) {
        return deployment.replaceFirst("metadata: \\{labels: \\{", "metadata: {labels: {" + label + ", ");
    }
}
