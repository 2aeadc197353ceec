package io.github.meshready.smi.generate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A workload of a random application.
 *
 * @param account the account that its manifest names; empty for none
 * @param injection the annotation of its pods about sidecars; empty for none
 * @param sidecar whether its pods get a sidecar
 * @param ports numbers of container ports by name
 * @param governing the Service that names its pods, if it is a StatefulSet
 */
record RandomPods(
        String kind,
        String namespace,
        String name,
        String account,
        String injection,
        boolean sidecar,
        Map<String, String> labels,
        Map<String, Integer> ports,
        String governing) {

    String id() {
        return kind + "/" + namespace + "/" + name;
    }

    /** {@code namespace/name} of the account that its manifest asks for. */
    String writtenAccount() {
        return namespace + "/" + (account.isEmpty() ? "default" : account);
    }

    /** @param addresses whom it calls, spelled out by the name of a variable; those with dashes are arguments */
    String yaml(Map<String, String> addresses) {
        String template = template(addresses);
        String head = "kind: %s\nmetadata: {name: %s, namespace: %s}\nspec:\n".formatted(kind, name, namespace);
        String selector = "  selector: {matchLabels: {app: " + name + "}}\n";
        return switch (kind) {
            case "CronJob" ->
                "apiVersion: batch/v1\n" + head
                        + "  schedule: '* * * * *'\n  jobTemplate:\n    spec:\n      template:\n" + template.indent(8);
            case "Job" -> "apiVersion: batch/v1\n" + head + "  template:\n" + template.indent(4);
            case "StatefulSet" ->
                "apiVersion: apps/v1\n" + head + selector + "  serviceName: " + governing + "\n  template:\n"
                        + template.indent(4);
            default -> "apiVersion: apps/v1\n" + head + selector + "  template:\n" + template.indent(4);
        };
    }

    private String template(Map<String, String> addresses) {
        String annotations = injection.isEmpty()
                ? ""
                : "  annotations: {openservicemesh.io/sidecar-injection: '" + injection + "'}\n";
        String accountLine = account.isEmpty() ? "" : "  serviceAccountName: " + account + "\n";
        return "metadata:\n  labels: " + new TreeMap<>(labels).toString().replace("=", ": ") + "\n" + annotations
                + "spec:\n" + accountLine + "  containers:\n    - name: c\n      image: example/" + name + "\n"
                + list("ports", ports, "{name: %s, containerPort: %s}")
                + list("env", withDash(addresses, false), "{name: %s, value: '%s'}")
                + list("args", withDash(addresses, true), "'%s=%s'")
                + (kind.endsWith("Job") ? "  restartPolicy: Never\n" : "");
    }

    private static Map<String, String> withDash(Map<String, String> addresses, boolean dash) {
        Map<String, String> some = new TreeMap<>(addresses);
        some.keySet().removeIf(name -> name.startsWith("-") != dash);
        return some;
    }

    private static String list(String key, Map<String, ?> entries, String form) {
        List<String> items = entries.entrySet().stream()
                .map(entry -> form.formatted(entry.getKey(), entry.getValue()))
                .sorted()
                .toList();
        return items.isEmpty() ? "" : items.stream().collect(Collectors.joining(", ", "      " + key + ": [", "]\n"));
    }
}
