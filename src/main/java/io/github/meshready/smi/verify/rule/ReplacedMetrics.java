package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Annotations for Prometheus that the mesh replaces by its own (pkg/injector/patch.go; pkg/injector/metrics.go). */
final class ReplacedMetrics implements Rule {

    private static final Set<String> ENABLED = Set.of("enabled", "yes", "true");
    private static final Map<String, String> OWN = Map.of(
            "prometheus.io/port", "15010",
            "prometheus.io/path", "/stats/prometheus");

    @Override
    public String id() {
        return "SMI-INJ-10";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            String metrics = facts.application()
                    .namespace(workload.namespace())
                    .map(namespace ->
                            namespace.annotations().get(facts.dialect().key("metrics")))
                    .orElse("");
            if (ENABLED.contains(metrics.toLowerCase(Locale.ROOT))) {
                OWN.keySet().stream()
                        .sorted()
                        .filter(key -> !OWN.get(key)
                                .equals(workload.pod().annotations().getOrDefault(key, OWN.get(key))))
                        .findFirst()
                        .ifPresent(key -> findings.add(finding(facts, workload, key)));
            }
        }
        return findings;
    }

    private Finding finding(Facts facts, Workload workload, String key) {
        return Finding.of(
                this,
                Severity.WARNING,
                workload.object(),
                workload.annotationLocation(key),
                "annotation " + key + " is replaced by the mesh, as its metrics are enabled in the namespace",
                "Prometheus fetches the metrics of the sidecar instead of those of the application",
                "choose: remove the annotation " + facts.dialect().key("metrics")
                        + " of the namespace, or have the application's metrics fetched by other means");
    }
}
