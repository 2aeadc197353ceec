package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Location;
import java.util.Map;

/**
 * A namespace that a manifest defines.
 *
 * @param object the object that defines it
 * @param labels its labels
 * @param annotations its annotations
 */
public record Namespace(KubeObject object, Map<String, String> labels, Map<String, String> annotations) {

    public Namespace {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /** Where a label stands; if it is absent, where the namespace does. */
    public Location labelLocation(String label) {
        return object.fields()
                .mapping("metadata")
                .flatMap(metadata -> metadata.mapping("labels"))
                .filter(fields -> fields.value(label).isPresent())
                .map(fields -> fields.location(label))
                .orElse(object.location());
    }

    public String name() {
        return object.name();
    }
}
