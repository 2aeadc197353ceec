package io.github.meshready.smi.generate;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Service of a random application.
 *
 * @param label the label that it selects, such as {@code app: web}
 * @param behind the workloads that it leads to
 */
record RandomFront(
        String namespace, String name, String label, boolean headless, List<Port> ports, List<RandomPods> behind) {

    /**
     * A port.
     *
     * @param name its name; empty for none
     * @param target number or name of the container's port
     * @param declared the appProtocol; empty for none
     * @param http whether HTTP is spoken there
     */
    record Port(String name, int number, String target, String declared, boolean http) {

        /** The port of some pods. */
        int on(RandomPods pods) {
            return pods.ports().containsKey(target) ? pods.ports().get(target) : Integer.parseInt(target);
        }

        private String yaml() {
            return "    - {" + (name.isEmpty() ? "" : "name: " + name + ", ") + "port: " + number + ", targetPort: "
                    + target + (declared.isEmpty() ? "" : ", appProtocol: " + declared) + "}\n";
        }
    }

    String fullName() {
        return namespace + "/" + name;
    }

    String yaml() {
        return "apiVersion: v1\nkind: Service\nmetadata: {name: %s, namespace: %s}\nspec:\n%s  selector: {%s}\n  ports:\n%s"
                .formatted(
                        name,
                        namespace,
                        headless ? "  clusterIP: None\n" : "",
                        label,
                        ports.stream().map(Port::yaml).collect(Collectors.joining()));
    }
}
