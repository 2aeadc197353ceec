package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ContainerPort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Metrics that Prometheus cannot fetch from pods with a sidecar (osm#4875, osm#5332). */
final class UnscrapedMetrics implements Rule {

    private static final String SCRAPE = "prometheus.io/scrape";
    private static final String PORT = "prometheus.io/port";
    private static final Set<String> MONITORS = Set.of("ServiceMonitor", "PodMonitor");

    @Override
    public String id() {
        return "SMI-ING-09";
    }

    @Override
    public List<Finding> check(Facts facts) {
        boolean watched = isWatched(facts);
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            Map<String, String> annotations = workload.pod().annotations();
            if ("true".equals(annotations.get(SCRAPE)) && !isReplaced(facts, workload)) {
                port(workload)
                        .filter(port -> !IngressToPod.opens(facts, workload, port))
                        .ifPresent(port -> findings.add(finding(facts, workload, port, watched)));
            }
        }
        return findings;
    }

    /** Where the mesh's own metrics are on, its sidecars answer instead. */
    private static boolean isReplaced(Facts facts, Workload workload) {
        return facts.application()
                .namespace(workload.namespace())
                .filter(namespace ->
                        namespace.annotations().containsKey(facts.dialect().key("metrics")))
                .isPresent();
    }

    /** Whether the manifests show something that fetches metrics. */
    private static boolean isWatched(Facts facts) {
        return facts.application().objects().stream().anyMatch(object -> MONITORS.contains(object.kind()))
                || facts.application().workloads().stream()
                        .flatMap(workload -> workload.pod().containers().stream())
                        .anyMatch(container -> container.image().contains("/prometheus:"));
    }

    private static Optional<Integer> port(Workload workload) {
        String written = workload.pod().annotations().get(PORT);
        if (written == null) {
            return workload.pod().containers().stream()
                    .filter(container -> !container.init())
                    .flatMap(container -> container.ports().stream())
                    .map(ContainerPort::number)
                    .findFirst();
        }
        boolean digits =
                !written.isEmpty() && written.length() < 6 && written.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.valueOf(written)) : Optional.empty();
    }

    private Finding finding(Facts facts, Workload workload, int port, boolean watched) {
        return Finding.of(
                this,
                watched ? Severity.WARNING : Severity.INFO,
                workload.object(),
                workload.annotationLocation(SCRAPE),
                "Prometheus is to fetch metrics from port " + port + " of its pods",
                "it calls pods by their address, and their sidecars accept only calls to Services from sidecars: it gets"
                        + " no metrics",
                "annotate the pod template with " + facts.dialect().key("inbound-port-exclusion-list") + ": \"" + port
                        + "\" if the port serves nothing else, or open it with an IngressBackend for Prometheus");
    }
}
