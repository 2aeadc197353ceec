package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshConfig;
import io.github.meshready.smi.manifest.ShellWord;
import io.github.meshready.smi.policy.IngressBackend;
import java.util.List;
import java.util.Locale;

/**
 * Commands to the mesh: of its own command line (OSM v1.2.4, cmd/cli), and of kubectl on its MeshConfig. The field of
 * permissive mode is the same in MeshConfig v1alpha1 and v1alpha2 (pkg/apis/config).
 */
final class MeshCommands {

    private static final String POD = "pod";

    private final Dialect dialect;
    private final String cli;
    private final String variable;
    private final String meshOption;
    private final String meshNamespace;

    /** @param configs the MeshConfigs among the manifests, which tell the mesh's namespace if there is just one */
    MeshCommands(Dialect dialect, String meshName, List<MeshConfig> configs) {
        this.dialect = dialect;
        this.cli = dialect.product().toString();
        // The variable by which the command line knows the mesh's namespace (pkg/cli/environment.go).
        this.variable = cli.toUpperCase(Locale.ROOT) + "_NAMESPACE";
        this.meshOption = meshName.equals(cli) ? "" : " --mesh-name " + ShellWord.of(meshName);
        this.meshNamespace = configs.size() == 1 ? configs.get(0).namespace() : cli + "-system";
    }

    /** The mesh's name in prose. */
    String product() {
        return dialect.product() == Dialect.Product.FSM ? "Flomesh Service Mesh" : "Open Service Mesh";
    }

    /** What tells which meshes there are, in which versions and modes. */
    List<String> look() {
        return List.of(
                cli + " version",
                cli + " mesh list",
                "kubectl get meshconfig -A",
                "export " + variable + "=" + ShellWord.of(meshNamespace),
                "kubectl get meshconfig " + dialect.meshConfigName() + " -n \"$" + variable + "\" -o jsonpath='"
                        + "permissive {.spec.traffic.enablePermissiveTrafficPolicyMode}, egress"
                        + " {.spec.traffic.enableEgress}{\"\\n\"}'");
    }

    /** Switches permissive mode for the whole mesh. */
    String permissive(boolean on) {
        return "kubectl patch meshconfig " + dialect.meshConfigName() + " -n \"$" + variable
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
        return cli + " verify connectivity" + meshOption + " --from-pod " + fromPod + " --to-pod " + toPod
                + " --to-service " + ShellWord.of(service);
    }

    /** Looks for a TrafficTarget between two pods (cmd/cli/policy_check_pods.go). */
    String checkPods(String fromPod, String toPod) {
        return cli + " policy check-pods " + fromPod + " " + toPod;
    }

    /** Looks at the way from an ingress controller's Service (cmd/cli/verify_ingress_connectivity.go). */
    String ingress(String fromService, String toPod, IngressBackend policy, IngressBackend.Backend backend) {
        return cli + " verify ingress" + meshOption + " --from-service " + ShellWord.of(fromService) + " --to-pod "
                + toPod + " --to-service " + ShellWord.of(backend.service()) + " --ingress-backend "
                + ShellWord.of(policy.object().name()) + " --to-port " + backend.port();
    }

    /** Takes the label and the annotation off (cmd/cli/namespace_remove.go). */
    String remove(String namespace) {
        return cli + " namespace remove " + ShellWord.of(namespace) + meshOption;
    }
}
