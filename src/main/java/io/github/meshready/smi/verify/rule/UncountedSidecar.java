package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.MeshConfig;
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
        for (KubeObject object : facts.application().objects()) {
            boolean scaler = object.is("autoscaling", "HorizontalPodAutoscaler");
            if (!scaler && !object.is("", "ResourceQuota")) {
                continue;
            }
            Optional<Fields> spec = object.fields().mapping("spec");
            if (spec.isEmpty() || hasDefaults(facts, object.namespace())) {
                continue;
            }
            if (scaler) {
                checkScaler(facts, object, spec.get(), findings);
            } else {
                checkQuota(facts, object, spec.get(), findings);
            }
        }
        return findings;
    }

    /** A LimitRange gives the containers of the mesh what they lack. */
    private static boolean hasDefaults(Facts facts, String namespace) {
        return facts.application().objects("", "LimitRange").stream()
                .filter(object -> object.namespace().equals(namespace))
                .flatMap(object -> object.fields().mapping("spec").stream())
                .flatMap(spec -> spec.mappings("limits").stream())
                .anyMatch(limit -> limit.value("default").isPresent()
                        || limit.value("defaultRequest").isPresent());
    }

    private void checkScaler(Facts facts, KubeObject object, Fields spec, List<Finding> findings) {
        Set<String> requested =
                facts.mesh().mode().config().map(MeshConfig::sidecarRequests).orElse(Set.of());
        Optional<Fields> target = spec.mapping("scaleTargetRef");
        boolean scalesMeshed = facts.meshed().stream()
                .anyMatch(workload -> workload.namespace().equals(object.namespace())
                        && target.flatMap(fields -> fields.text("kind"))
                                .equals(Optional.of(workload.kind().kind()))
                        && target.flatMap(fields -> fields.text("name")).equals(Optional.of(workload.name())));
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
