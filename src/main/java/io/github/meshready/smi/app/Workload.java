package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that runs pods.
 *
 * @param object the object that defines it
 * @param kind which kind of workload it is
 * @param pod the pods that it runs
 */
public record Workload(KubeObject object, WorkloadKind kind, PodTemplate pod) {

    public String name() {
        return object.name();
    }

    public String namespace() {
        return object.namespace();
    }

    public ObjectName objectName() {
        return object.objectName();
    }

    /** The account that its pods run as, {@code default} where none is named. */
    public ObjectName account() {
        return new ObjectName(namespace(), pod.serviceAccount());
    }

    /** {@code Kind/namespace/name}, unique in an application. */
    public String id() {
        return kind.kind() + "/" + namespace() + "/" + name();
    }

    /** The headless Service that names a StatefulSet's pods, if this is one and it has one. */
    public Optional<String> governingService() {
        return kind == WorkloadKind.STATEFUL_SET
                ? object.fields().mapping("spec").flatMap(spec -> spec.text("serviceName"))
                : Optional.empty();
    }

    /** The mapping that holds the metadata and spec of its pods. */
    public Fields template() {
        Fields template = object.fields();
        for (String key : kind.templatePath()) {
            template = template.requiredMapping(key);
        }
        return template;
    }

    /** The spec of its pods. */
    public Fields podSpec() {
        return template().requiredMapping("spec");
    }

    /** Where an annotation of its pods stands; where it is absent, where the workload stands. */
    public Location annotationLocation(String annotation) {
        return template()
                .mapping("metadata")
                .flatMap(metadata -> metadata.mapping("annotations"))
                .filter(annotations -> annotations.value(annotation).isPresent())
                .map(annotations -> annotations.location(annotation))
                .orElse(object.location());
    }

    /** Keys from the object to a key of the pod's spec. */
    public List<String> podSpecPath(String key) {
        List<String> path = new ArrayList<>(kind.templatePath());
        path.add("spec");
        path.add(key);
        return path;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Workload workload && workload.object.equals(object);
    }

    @Override
    public int hashCode() {
        return object.hashCode();
    }

    @Override
    public String toString() {
        return id();
    }
}
