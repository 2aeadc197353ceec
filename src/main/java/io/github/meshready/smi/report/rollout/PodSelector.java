package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Workload;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Selects the pods of a workload by one label, if that tells them from those of the application's other workloads. */
final class PodSelector {

    private static final List<String> USUAL = List.of("app", "app.kubernetes.io/name", "name");

    private final Map<String, Integer> workloadsWith = new HashMap<>();

    PodSelector(Application application) {
        for (Workload workload : application.workloads()) {
            workload.pod()
                    .labels()
                    .forEach((key, value) -> workloadsWith.merge(in(workload, key, value), 1, Integer::sum));
        }
    }

    /** The label, else all of them; empty if there is none. */
    String of(Workload workload) {
        return workload.pod().labels().entrySet().stream()
                .filter(label -> workloadsWith.get(in(workload, label.getKey(), label.getValue())) == 1)
                .min(Comparator.comparingInt((Map.Entry<String, String> label) -> rank(label.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(label -> label.getKey() + "=" + label.getValue())
                .orElse(workload.pod().selector());
    }

    private static int rank(String key) {
        int usual = USUAL.indexOf(key);
        return usual < 0 ? USUAL.size() : usual;
    }

    private static String in(Workload workload, String key, String value) {
        return workload.namespace() + " " + key + "=" + value;
    }
}
