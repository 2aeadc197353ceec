package io.github.meshready.smi.app;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a namespace joins the mesh and which of its pods get a sidecar (OSM v1.2.4, pkg/injector/webhook.go
 * mustInject and isAnnotatedForInjection, cmd/cli/namespace_add.go).
 */
public final class Onboarding {

    /** Label of a namespace: the name of the mesh that watches it. */
    public static final String MONITORED_BY = "openservicemesh.io/monitored-by";

    /** Annotation of a namespace or pod: whether pods get a sidecar. */
    public static final String SIDECAR_INJECTION = "openservicemesh.io/sidecar-injection";

    /** The value that asks for a sidecar. */
    public static final String ENABLED = "enabled";

    private static final String IGNORE = "openservicemesh.io/ignore";
    private static final String CONTROL_PLANE = "control-plane";
    private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public", "kube-node-lease", "osm-system");
    private static final Set<String> YES = Set.of("enabled", "yes", "true");

    private Onboarding() {}

    /**
     * Why a namespace cannot be part of any mesh, whatever its labels say.
     *
     * @param name the namespace's name
     * @param labels its labels
     */
    public static Optional<String> obstacle(String name, Map<String, String> labels) {
        if (SYSTEM.contains(name)) {
            return Optional.of("namespace " + name + " belongs to the cluster");
        }
        for (String label : new String[] {IGNORE, CONTROL_PLANE}) {
            if (labels.containsKey(label)) {
                return Optional.of("namespace " + name + " carries the label " + label);
            }
        }
        return Optional.empty();
    }

    /**
     * Why a workload's pods get no sidecar, if they get none.
     *
     * @param namespaceAnnotations the annotations of its namespace, which is watched by the mesh
     */
    public static Optional<String> withoutSidecar(Workload workload, Map<String, String> namespaceAnnotations) {
        if (workload.pod().hostNetwork()) {
            return Optional.of("its pods use the host's network");
        }
        String own = workload.pod().annotations().get(SIDECAR_INJECTION);
        if (own != null) {
            return isYes(own) ? Optional.empty() : Optional.of("its pods are annotated against injection");
        }
        return isYes(namespaceAnnotations.getOrDefault(SIDECAR_INJECTION, ""))
                ? Optional.empty()
                : Optional.of("injection is not enabled in its namespace");
    }

    private static boolean isYes(String value) {
        return YES.contains(value.toLowerCase(Locale.ROOT));
    }
}
