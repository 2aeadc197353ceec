package io.github.meshready.smi.app;

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

    public String name() {
        return object.name();
    }
}
