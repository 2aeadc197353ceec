package io.github.meshready.smi.app;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a namespace joins the mesh and which of its pods get a sidecar (OSM v1.2.4, pkg/injector/webhook.go
 * mustInject and isAnnotatedForInjection, cmd/cli/namespace_add.go).
 */
public final class Onboarding {

    /** The value of the injection annotation that asks for a sidecar. */
    public static final String ENABLED = "enabled";

    private static final String CONTROL_PLANE = "control-plane";
    private static final Set<String> SYSTEM =
            Set.of("kube-system", "kube-public", "kube-node-lease", "osm-system", "fsm-system");

    private final Dialect dialect;

    public Onboarding(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Why a namespace cannot be part of any mesh, whatever its labels say.
     *
     * @param name the namespace's name
     * @param labels its labels
     */
    public Optional<String> obstacle(String name, Map<String, String> labels) {
        if (SYSTEM.contains(name)) {
            return Optional.of("namespace " + name + " belongs to the cluster");
        }
        for (String label : new String[] {dialect.key("ignore"), CONTROL_PLANE}) {
            if (labels.containsKey(label)) {
                return Optional.of("namespace " + name + " carries the label " + label);
            }
        }
        return Optional.empty();
    }

    /**
     * Why Kubernetes rejects a workload's pods, if it does: the injector refuses annotations that it does not know.
     *
     * @param namespaceAnnotations the annotations of its namespace, which is watched by the mesh
     */
    public Optional<String> rejection(Workload workload, Map<String, String> namespaceAnnotations) {
        if (isSpared(workload)) {
            return Optional.empty(); // such pods are let through before anything is read
        }
        String why = "the annotation " + dialect.injection() + " of its ";
        if (Injection.of(workload.pod().annotations(), dialect) == Injection.INVALID) {
            return Optional.of(why + "pods has a value that the mesh rejects");
        }
        return Injection.of(namespaceAnnotations, dialect) == Injection.INVALID
                ? Optional.of(why + "namespace has a value that the mesh rejects")
                : Optional.empty();
    }

    /**
     * Why a workload's pods get no sidecar, if they get none.
     *
     * @param namespaceAnnotations the annotations of its namespace, which is watched by the mesh
     */
    public Optional<String> withoutSidecar(Workload workload, Map<String, String> namespaceAnnotations) {
        if (isSpared(workload)) {
            return Optional.of("its pods use the host's network");
        }
        Optional<String> rejection = rejection(workload, namespaceAnnotations);
        if (rejection.isPresent()) {
            return rejection;
        }
        return switch (Injection.of(workload.pod().annotations(), dialect)) {
            case ENABLED -> Optional.empty();
            case DISABLED -> Optional.of("its pods are annotated against injection");
            default ->
                Injection.of(namespaceAnnotations, dialect) == Injection.ENABLED
                        ? Optional.empty()
                        : Optional.of("injection is not enabled in its namespace");
        };
    }

    private boolean isSpared(Workload workload) {
        return dialect.sparesHostNetwork() && workload.pod().hostNetwork();
    }
}
