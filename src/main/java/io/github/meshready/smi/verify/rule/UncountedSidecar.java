package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.MeshConfig;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Autoscalers and quotas that need requests which the containers of the mesh do not have (osm#4592, osm#5276). */
final class UncountedSidecar implements Rule {

    private static final Set<String> COUNTED =
            Set.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

    @Override
    public String id() {
        return "SMI-POD-10";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        Set<String> withDefaults = withDefaults(facts);
        Set<String> meshed = facts.meshed().stream().map(Workload::id).collect(Collectors.toSet());
        for (KubeObject object : facts.application().objects()) {
            boolean scaler = object.is("autoscaling", "HorizontalPodAutoscaler");
            if (!scaler && !object.is("", "ResourceQuota")) {
                continue;
            }
            Optional<Fields> spec = object.fields().mapping("spec");
            if (spec.isEmpty() || withDefaults.contains(object.namespace())) {
                continue;
            }
            if (scaler) {
                checkScaler(facts, object, spec.get(), meshed, findings);
            } else {
                checkQuota(facts, object, spec.get(), findings);
            }
        }
        return findings;
    }

    /** Namespaces where a LimitRange gives the containers of the mesh what they lack. */
    private static Set<String> withDefaults(Facts facts) {
        return facts.application().objects("", "LimitRange").stream()
                .filter(UncountedSidecar::hasDefaults)
                .map(KubeObject::namespace)
                .collect(Collectors.toSet());
    }

    private static boolean hasDefaults(KubeObject limitRange) {
        return limitRange.fields().mapping("spec").stream()
                .flatMap(spec -> spec.mappings("limits").stream())
                .anyMatch(limit -> limit.value("default").isPresent()
                        || limit.value("defaultRequest").isPresent());
    }

    /** @param meshed ids of the workloads whose pods have a sidecar */
    private void checkScaler(Facts facts, KubeObject object, Fields spec, Set<String> meshed, List<Finding> findings) {
        Set<String> requested =
                facts.mesh().mode().config().map(MeshConfig::sidecarRequests).orElse(Set.of());
        Optional<Fields> target = spec.mapping("scaleTargetRef");
        boolean scalesMeshed = target.flatMap(fields -> fields.text("kind"))
                .flatMap(kind -> target.flatMap(fields -> fields.text("name"))
                        .map(name -> kind + "/" + object.namespace() + "/" + name))
                .filter(meshed::contains)
                .isPresent();
        if (!scalesMeshed) {
            return;
        }
        if (spec.value("targetCPUUtilizationPercentage").isPresent() && !requested.contains("cpu")) {
            findings.add(scaler(object, spec.location("targetCPUUtilizationPercentage"), "cpu"));
        }
        for (Fields metric : spec.mappings("metrics")) {
            Optional<Fields> resource = metric.mapping("resource");
            String name = resource.flatMap(fields -> fields.text("name")).orElse("");
            boolean relative = resource.filter(fields ->
                                    fields.value("targetAverageUtilization").isPresent())
                            .isPresent()
                    || resource.flatMap(fields -> fields.mapping("target"))
                            .flatMap(fields -> fields.text("type"))
                            .filter("Utilization"::equals)
                            .isPresent();
            if (relative && !requested.contains(name)) {
                findings.add(scaler(object, metric.location("resource"), name));
            }
        }
    }

    private Finding scaler(KubeObject object, Location location, String resource) {
        return Finding.of(
                this,
                Severity.WARNING,
                object,
                location,
                "it scales pods with a sidecar by how much of the requested " + Printable.text(resource) + " they use",
                "the sidecar requests none unless the MeshConfig says so: the autoscaler reports missing requests and does"
                        + " nothing",
                "set sidecar.resources of the MeshConfig, scale by a ContainerResource metric, or add a LimitRange with"
                        + " defaultRequest");
    }

    private void checkQuota(Facts facts, KubeObject object, Fields spec, List<Finding> findings) {
        boolean scoped =
                spec.value("scopes").isPresent() || spec.value("scopeSelector").isPresent();
        boolean meshed = facts.meshed().stream()
                .anyMatch(workload -> workload.namespace().equals(object.namespace()));
        if (scoped || !meshed) {
            return;
        }
        spec.mapping("hard")
                .ifPresent(hard -> hard.node().flattened().keySet().stream()
                        .filter(COUNTED::contains)
                        .findFirst()
                        .ifPresent(resource -> findings.add(Finding.of(
                                this,
                                Severity.WARNING,
                                object,
                                hard.location(resource),
                                "it limits " + resource + " of a namespace whose pods get a sidecar",
                                "every container has to say what it needs, and the mesh's init container does not: no pod with a"
                                        + " sidecar is created",
                                "add a LimitRange with default and defaultRequest to the namespace"))));
    }
}
