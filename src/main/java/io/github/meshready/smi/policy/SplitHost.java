package io.github.meshready.smi.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the mesh takes {@code spec.service} of a TrafficSplit for (OSM v1.2.4, pkg/k8s/util.go splitHostName). It counts
 * labels, so that {@code svc.ns.svc.cluster} is a pod {@code svc} of Service {@code ns} to it.
 *
 * @param written the text in the manifest
 * @param service the Service's name
 * @param pod the pod of it that the text names to the mesh, which then takes the whole Service all the same
 * @param namespace the namespace that the text names; the mesh does not look at it
 */
public record SplitHost(String written, String service, Optional<String> pod, Optional<String> namespace) {

    /** @param isNamespace whether the mesh watches a namespace of this name */
    static SplitHost of(String written, Predicate<String> isNamespace) {
        List<String> labels = List.of(written.split(":", -1)[0].split("\\.", -1));
        boolean startsWithPod = switch (labels.size()) {
            case 2 -> !isNamespace.test(labels.get(1));
            case 3 -> isNamespace.test(labels.get(2));
            case 4, 6 -> true;
            default -> false;
        };
        int service = startsWithPod ? 1 : 0;
        return new SplitHost(
                written,
                labels.get(service),
                startsWithPod ? Optional.of(labels.get(0)) : Optional.empty(),
                labels.size() > service + 1 ? Optional.of(labels.get(service + 1)) : Optional.empty());
    }
}
