package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an account takes over from the one that its workload ran as before, as far as the manifests show it: without
 * that, the workload would lose rights by moving.
 *
 * @param former the account before
 * @param account the account from now on
 * @param bindings RoleBindings and ClusterRoleBindings that name the former one
 * @param definition the former one's manifest, if there is one
 * @param isWritten whether the new account's manifest is written here, so that it can be given what the former one has
 */
public record Inheritance(
        ObjectName former,
        ObjectName account,
        List<KubeObject> bindings,
        Optional<KubeObject> definition,
        boolean isWritten) {

    /** Annotations by which clouds know accounts: AWS IRSA, Google and Azure workload identity. */
    private static final List<String> CLOUDS = List.of("eks.amazonaws.com/", "iam.gke.io/", "azure.workload.identity/");

    public Inheritance {
        bindings = List.copyOf(bindings);
    }

    /** Names of the Secrets to pull images with. */
    public List<String> pullSecrets() {
        return definition.map(KubeObject::fields).map(fields -> fields.mappings("imagePullSecrets")).stream()
                .flatMap(List::stream)
                .flatMap(secret -> secret.text("name").stream())
                .toList();
    }

    /** The annotations by which a cloud knows the former account. */
    public Map<String, String> cloudAnnotations() {
        Map<String, String> annotations = new TreeMap<>();
        definition
                .flatMap(object -> object.fields().mapping("metadata"))
                .map((Fields metadata) -> metadata.texts("annotations"))
                .orElse(Map.of())
                .forEach((key, value) -> {
                    if (CLOUDS.stream().anyMatch(key::startsWith)) {
                        annotations.put(key, value);
                    }
                });
        return annotations;
    }

    /** Whether pods get the account's token, if that is said. */
    public Optional<Boolean> automount() {
        return definition.flatMap(object -> object.fields().bool("automountServiceAccountToken"));
    }
}
