package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Namespace;
import java.util.Map;
import java.util.Optional;

/**
 * What happens to a namespace that runs workloads.
 *
 * @param name its name
 * @param declared the manifest that defines it, if one does
 * @param obstacle why it cannot join the mesh; nothing is changed then
 * @param addLabel whether the label that names the mesh is added
 * @param addAnnotation whether the annotation that asks for sidecars is added
 * @param annotations its annotations afterwards
 */
public record NamespacePlan(
        String name,
        Optional<Namespace> declared,
        Optional<String> obstacle,
        boolean addLabel,
        boolean addAnnotation,
        Map<String, String> annotations) {

    public NamespacePlan {
        annotations = Map.copyOf(annotations);
    }

    /** Whether the mesh starts to put sidecars into its pods only now, as far as the manifests tell. */
    public boolean isOnboardedNow() {
        return addLabel || addAnnotation;
    }
}
