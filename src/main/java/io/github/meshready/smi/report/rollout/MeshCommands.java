package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.MeshConfig;
import io.github.meshready.smi.manifest.ShellWord;
import io.github.meshready.smi.policy.IngressBackend;
import java.util.List;

/**
 * Commands to the mesh: of its own command line (OSM v1.2.4, cmd/cli), and of kubectl on its MeshConfig. The field of
 * permissive mode is the same in MeshConfig v1alpha1 and v1alpha2 (pkg/apis/config).
 */
final class MeshCommands {

    /** The mesh's name in prose. */
    static final String PRODUCT = "Open Service Mesh";

    private static final String CLI = "osm";
    private static final String DEFAULT_MESH = "osm";
    private static final String USUAL_NAMESPACE = "osm-system";

    /** The variable by which the command line knows the mesh's namespace (pkg/cli/environment.go). */
    private static final String NAMESPACE_VARIABLE = "OSM_NAMESPACE";

    private static final String POD = "pod";

    private final String meshOption;
    private final String meshNamespace;

    /** @param configs the MeshConfigs among the manifests, which tell the mesh's namespace if there is just one */
    MeshCommands(String meshName, List<MeshConfig> configs) {
        this.meshOption = meshName.equals(DEFAULT_MESH) ? "" : " --mesh-name " + ShellWord.of(meshName);
        this.meshNamespace = configs.size() == 1 ? configs.get(0).namespace() : USUAL_NAMESPACE;
    }

    /** What tells which meshes there are, in which versions and modes. */
    List<String> look() {
        return List.of(
                CLI + " version",
                CLI + " mesh list",
                "kubectl get meshconfig -A",
                "export " + NAMESPACE_VARIABLE + "=" + ShellWord.of(meshNamespace),
                "kubectl get meshconfig " + MeshConfig.NAME + " -n \"$" + NAMESPACE_VARIABLE + "\" -o jsonpath='"
                        + "permissive {.spec.traffic.enablePermissiveTrafficPolicyMode}, egress"
                        + " {.spec.traffic.enableEgress}{\"\\n\"}'");
    }

    /** Switches permissive mode for the whole mesh. */
    String permissive(boolean on) {
        return "kubectl patch meshconfig " + MeshConfig.NAME + " -n \"$" + NAMESPACE_VARIABLE
                + "\" --type=merge -p '{\"spec\":{\"traffic\":{\"enablePermissiveTrafficPolicyMode\":" + on + "}}}'";
    }

    /** Defines {@code pod NAMESPACE SELECTOR}, since the commands below take names of pods, which nobody knows before. */
    static String podFunction() {
        return POD + "() { kubectl get pods -n \"$1\" -l \"$2\" --field-selector=status.phase=Running"
                + " -o jsonpath=\"$1/{.items[0].metadata.name}\"; }";
    }

    /** A running pod, as the function finds it. */
    static String pod(String namespace, String selector) {
        return "\"$(" + POD + " " + ShellWord.of(namespace) + " " + ShellWord.of(selector) + ")\"";
    }

    /** Whether a command needs the function. */
    static boolean asksForPods(String command) {
        return command.contains("$(" + POD + " ");
    }

    /** Compares what both sidecars are told with what the call needs (cmd/cli/verify_connectivity.go). */
    String connectivity(String fromPod, String toPod, String service) {
        return CLI + " verify connectivity" + meshOption + " --from-pod " + fromPod + " --to-pod " + toPod
                + " --to-service " + ShellWord.of(service);
    }

    /** Looks for a TrafficTarget between two pods (cmd/cli/policy_check_pods.go). */
    String checkPods(String fromPod, String toPod) {
        return CLI + " policy check-pods " + fromPod + " " + toPod;
    }

    /** Looks at the way from an ingress controller's Service (cmd/cli/verify_ingress_connectivity.go). */
    String ingress(String fromService, String toPod, IngressBackend policy, IngressBackend.Backend backend) {
        return CLI + " verify ingress" + meshOption + " --from-service " + ShellWord.of(fromService) + " --to-pod "
                + toPod + " --to-service " + ShellWord.of(backend.service()) + " --ingress-backend "
                + ShellWord.of(policy.object().name()) + " --to-port " + backend.port();
    }

    /** Takes the label and the annotation off (cmd/cli/namespace_remove.go). */
    String remove(String namespace) {
        return CLI + " namespace remove " + ShellWord.of(namespace) + meshOption;
    }
}
