package io.github.meshready.smi.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the workloads behind a selector without looking at each of them. */
final class PodIndex {

    private record Label(String namespace, String key, String value) {}

    private final Map<Label, List<Workload>> byLabel = new HashMap<>();

    PodIndex(List<Workload> workloads) {
        for (Workload workload : workloads) {
            workload.pod()
                    .labels()
                    .forEach((key, value) -> byLabel.computeIfAbsent(
                                    new Label(workload.namespace(), key, value), label -> new ArrayList<>())
                            .add(workload));
        }
    }

    /** The workloads in a namespace whose pods carry all of these labels; none for no labels. */
    List<Workload> matching(String namespace, Map<String, String> selector) {
        List<Workload> fewest = null;
        for (Map.Entry<String, String> wanted : selector.entrySet()) {
            List<Workload> having =
                    byLabel.getOrDefault(new Label(namespace, wanted.getKey(), wanted.getValue()), List.of());
            if (fewest == null || having.size() < fewest.size()) {
                fewest = having;
            }
        }
        if (fewest == null) {
            return List.of();
        }
        return fewest.stream()
                .filter(workload -> workload.pod().labels().entrySet().containsAll(selector.entrySet()))
                .toList();
    }
}
