package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.Onboarding;
import io.github.meshready.smi.app.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is part of the mesh. A namespace that no manifest defines is taken to be onboarded by hand, since nothing else in
 * the manifests would make sense; a rule says so.
 */
public final class Membership {

    private final Application application;
    private final Dialect dialect;
    private final Onboarding onboarding;
    private final String meshName;
    private final Map<Workload, Optional<String>> outside = new HashMap<>();
    private final List<Workload> meshed;

    Membership(Application application, Dialect dialect, String meshName) {
        this.application = application;
        this.dialect = dialect;
        this.onboarding = new Onboarding(dialect);
        this.meshName = meshName;
        application.workloads().forEach(workload -> outside.put(workload, reason(workload)));
        this.meshed = application.workloads().stream()
                .filter(workload -> outside(workload).isEmpty())
                .toList();
    }

    /** The workloads whose pods have a sidecar, in the order of the manifests. */
    public List<Workload> meshed() {
        return meshed;
    }

    /** Why the mesh does not watch a namespace; empty if it does. */
    public Optional<String> unwatched(String namespace) {
        Optional<Namespace> declared = application.namespace(namespace);
        Map<String, String> labels = declared.map(Namespace::labels).orElse(Map.of());
        Optional<String> obstacle = onboarding.obstacle(namespace, labels);
        if (obstacle.isPresent() || declared.isEmpty()) {
            return obstacle;
        }
        String mesh = labels.get(dialect.monitoredBy());
        if (mesh == null) {
            return Optional.of("namespace " + namespace + " has no label " + dialect.monitoredBy());
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
                : onboarding.rejection(workload, annotations(workload.namespace()));
    }

    private Optional<String> reason(Workload workload) {
        return unwatched(workload.namespace())
                .or(() -> onboarding.withoutSidecar(workload, annotations(workload.namespace())));
    }

    private Map<String, String> annotations(String namespace) {
        return application
                .namespace(namespace)
                .map(Namespace::annotations)
                .orElse(Map.of(dialect.injection(), Onboarding.ENABLED));
    }
}
