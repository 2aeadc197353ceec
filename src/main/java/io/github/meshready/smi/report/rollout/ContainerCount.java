package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.Workload;
import java.util.List;
import java.util.Optional;

/**
 * How many containers kubectl shows as READY in a pod with a sidecar: its own, {@code envoy}, and
 * {@code osm-healthcheck} if a probe of it opens a connection (OSM v1.2.4, pkg/injector/patch.go). Init containers count
 * if they go on running (Kubernetes 1.28, restartPolicy Always).
 */
final class ContainerCount {

    private static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    private final Fields spec;

    ContainerCount(Workload workload) {
        Fields fields = workload.object().fields();
        for (String key : workload.kind().templatePath()) {
            fields = fields.requiredMapping(key);
        }
        this.spec = fields.requiredMapping("spec");
    }

    /** Without a sidecar. */
    long own() {
        long lasting = spec.mappings("initContainers").stream()
                .filter(container ->
                        container.text("restartPolicy").filter("Always"::equals).isPresent())
                .count();
        return spec.mappings("containers").size() + lasting;
    }

    /** With a sidecar. */
    long meshed() {
        return own() + 1 + (opensConnections() ? 1 : 0);
    }

    private boolean opensConnections() {
        return spec.mappings("containers").stream()
                .flatMap(container -> PROBES.stream().map(container::mapping))
                .flatMap(Optional::stream)
                .anyMatch(probe -> probe.value("tcpSocket").isPresent());
    }
}
