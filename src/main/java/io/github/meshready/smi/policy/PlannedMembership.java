package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.Onboarding;
import io.github.meshready.smi.app.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Who is part of the mesh once everything is written. */
final class PlannedMembership {

    private final Application application;
    private final Map<String, NamespacePlan> namespaces;
    private final Dialect dialect;
    private final Onboarding onboarding;
    private final String meshName;
    private final Map<Workload, String> withoutSidecar = new LinkedHashMap<>();

    /** @param namespaces what happens to the namespaces that run workloads */
    PlannedMembership(
            Application application, SortedMap<String, NamespacePlan> namespaces, Dialect dialect, String meshName) {
        this.application = application;
        this.namespaces = namespaces;
        this.dialect = dialect;
        this.onboarding = new Onboarding(dialect);
        this.meshName = meshName;
        for (Workload workload : application.workloads()) {
            NamespacePlan namespace = namespaces.get(workload.namespace());
            namespace
                    .obstacle()
                    .or(() -> onboarding.withoutSidecar(workload, namespace.annotations()))
                    .ifPresent(reason -> withoutSidecar.put(workload, reason));
        }
    }

    /** The workloads whose pods get no sidecar, with the reason. */
    Map<Workload, String> withoutSidecar() {
        return withoutSidecar;
    }

    boolean hasSidecar(Workload workload) {
        return !withoutSidecar.containsKey(workload);
    }

    /** Why a workload's pods get no sidecar, if they get none. */
    Optional<String> outside(Workload workload) {
        return Optional.ofNullable(withoutSidecar.get(workload));
    }

    /** The namespaces with workloads that are part of the mesh. */
    Set<String> namespaces() {
        Set<String> joined = new TreeSet<>(namespaces.keySet());
        joined.removeIf(name -> namespaces.get(name).obstacle().isPresent());
        return joined;
    }

    /** Whether the mesh watches a namespace; of one that no manifest defines it is taken that somebody saw to it. */
    boolean watches(String namespace) {
        if (namespaces.containsKey(namespace)) {
            return namespaces.get(namespace).obstacle().isEmpty();
        }
        Optional<Namespace> declared = application.namespace(namespace);
        Map<String, String> labels = declared.map(Namespace::labels).orElse(Map.of());
        return onboarding.obstacle(namespace, labels).isEmpty()
                && (declared.isEmpty() || meshName.equals(labels.get(dialect.monitoredBy())));
    }
}
