package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Cidr;
import io.github.meshready.smi.app.Dialect;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** MeshConfigs that the API server rejects (crds/config_meshconfig.yaml). */
final class RejectedMeshConfig implements Rule {

    private static final Set<String> TLS = Set.of("TLS_AUTO", "TLSv1_0", "TLSv1_1", "TLSv1_2", "TLSv1_3");

    private static final Map<String, Set<String>> CHOICES = Map.of(
            "logLevel",
            Set.of("trace", "debug", "info", "warning", "warn", "error", "critical", "off"),
            "tlsMinProtocolVersion",
            TLS,
            "tlsMaxProtocolVersion",
            TLS,
            "localProxyMode",
            Set.of("Localhost", "PodIP"));

    private static final List<String> CERTIFICATE = List.of("serviceCertValidityDuration", "certKeyBitSize");
    private static final List<String> RANGES = List.of("outboundIPRangeExclusionList", "outboundIPRangeInclusionList");

    @Override
    public String id() {
        return "SMI-CFG-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (facts.dialect().product() != Dialect.Product.OSM) {
            return List.of(); // the fork has fields of its own
        }
        List<Finding> findings = new ArrayList<>();
        for (KubeObject object : facts.application().objects(facts.dialect().group("config"), MeshConfig.KIND)) {
            Optional<Fields> spec = object.fields().mapping("spec");
            spec.flatMap(fields -> fields.mapping("sidecar")).ifPresent(sidecar -> choices(object, sidecar, findings));
            spec.flatMap(fields -> fields.mapping("traffic")).ifPresent(traffic -> ranges(object, traffic, findings));
            spec.flatMap(fields -> fields.mapping("certificate"))
                    .ifPresent(certificate -> CERTIFICATE.stream()
                            .filter(field -> certificate.value(field).isEmpty())
                            .forEach(field -> findings.add(
                                    finding(object, certificate.location(), "certificate has no " + field, "add it"))));
        }
        return findings;
    }

    private void choices(KubeObject object, Fields sidecar, List<Finding> findings) {
        CHOICES.forEach((field, choices) -> sidecar.text(field)
                .filter(value -> !choices.contains(value))
                .ifPresent(value -> findings.add(finding(
                        object,
                        sidecar.location(field),
                        "sidecar." + field + " is " + Printable.text(value),
                        "write one of " + choices.stream().sorted().collect(Collectors.joining(", "))))));
    }

    private void ranges(KubeObject object, Fields traffic, List<Finding> findings) {
        RANGES.forEach(field -> traffic.scalars(field).stream()
                .filter(range -> !Cidr.isRange(range.value()))
                .forEach(range -> findings.add(finding(
                        object,
                        object.locate(range),
                        "traffic." + field + " holds " + Printable.text(range.value())
                                + ", which is no range of IPv4 addresses",
                        "write ranges such as 203.0.113.0/24"))));
    }

    private Finding finding(KubeObject object, Location location, String message, String fix) {
        return Finding.of(
                this,
                Severity.WARNING,
                object,
                location,
                message,
                "the API server rejects the MeshConfig, and the one before stays",
                fix);
    }
}
