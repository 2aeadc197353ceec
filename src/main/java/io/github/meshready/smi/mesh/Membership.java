package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Injection;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.Onboarding;
import io.github.meshready.smi.app.Workload;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is part of the mesh. A namespace that no manifest defines is taken to be onboarded by hand, since nothing else in
 * the manifests would make sense; a rule says so.
 */
public final class Membership {

    private final Application application;
    private final String meshName;
    private final Map<Workload, Optional<String>> outside = new HashMap<>();

    Membership(Application application, String meshName) {
        this.application = application;
        this.meshName = meshName;
        application.workloads().forEach(workload -> outside.put(workload, reason(workload)));
    }

    /** Why the mesh does not watch a namespace; empty if it does. */
    public Optional<String> unwatched(String namespace) {
        Optional<Namespace> declared = application.namespace(namespace);
        Map<String, String> labels = declared.map(Namespace::labels).orElse(Map.of());
        Optional<String> obstacle = Onboarding.obstacle(namespace, labels);
        if (obstacle.isPresent() || declared.isEmpty()) {
            return obstacle;
        }
        String mesh = labels.get(Onboarding.MONITORED_BY);
        if (mesh == null) {
            return Optional.of("namespace " + namespace + " has no label " + Onboarding.MONITORED_BY);
        }
        return mesh.equals(meshName)
                ? Optional.empty()
                : Optional.of("namespace " + namespace + " belongs to another mesh");
    }

    /** Why a workload's pods have no sidecar; empty if they have one. */
    public Optional<String> outside(Workload workload) {
        return outside.get(workload);
    }

    /** Why Kubernetes rejects a workload's pods; empty if it does not. */
    public Optional<String> rejected(Workload workload) {
        return unwatched(workload.namespace()).isPresent()
                ? Optional.empty()
                : Onboarding.rejection(workload, annotations(workload.namespace()));
    }

    private Optional<String> reason(Workload workload) {
        return unwatched(workload.namespace())
                .or(() -> Onboarding.withoutSidecar(workload, annotations(workload.namespace())));
    }

    private Map<String, String> annotations(String namespace) {
        return application
                .namespace(namespace)
                .map(Namespace::annotations)
                .orElse(Map.of(Injection.ANNOTATION, Onboarding.ENABLED));
    }
}
