package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.MeshConfig;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MeshConfigs that the mesh does not read, or not all of (pkg/constants/constants.go; crds/config_meshconfig.yaml). */
final class UnreadMeshConfig implements Rule {

    /** Fields of v1alpha2 that v1alpha1 does not have. */
    private static final Map<String, List<String>> ADDED = Map.of(
            "sidecar",
            List.of("tlsMinProtocolVersion", "tlsMaxProtocolVersion", "cipherSuites", "ecdhCurves", "localProxyMode"),
            "traffic",
            List.of("outboundIPRangeInclusionList", "networkInterfaceExclusionList"));

    @Override
    public String id() {
        return "SMI-CFG-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (KubeObject object : facts.application().objects(facts.dialect().group("config"), MeshConfig.KIND)) {
            if (!object.name().equals(facts.dialect().meshConfigName())) {
                findings.add(finding(
                        object,
                        Severity.ERROR,
                        object.location(),
                        "it is not named " + facts.dialect().meshConfigName(),
                        "the mesh does not read it",
                        "name it " + facts.dialect().meshConfigName()));
            } else if (!object.namesNamespace()) {
                findings.add(finding(
                        object,
                        Severity.WARNING,
                        object.location(),
                        "it names no namespace",
                        "the mesh reads only the one in its own namespace, usually "
                                + facts.dialect().usualNamespace(),
                        "name the mesh's namespace"));
            }
            if (object.apiVersion().endsWith("/v1alpha1")) {
                pruned(object).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> pruned(KubeObject object) {
        Optional<Fields> spec = object.fields().mapping("spec");
        for (Map.Entry<String, List<String>> part : ADDED.entrySet()) {
            Optional<Fields> fields = spec.flatMap(found -> found.mapping(part.getKey()));
            for (String field : part.getValue()) {
                if (fields.filter(found -> found.value(field).isPresent()).isPresent()) {
                    return Optional.of(finding(
                            object,
                            Severity.ERROR,
                            fields.orElseThrow().location(field),
                            part.getKey() + "." + field + " is no field of " + object.apiVersion(),
                            "the API server drops it",
                            "use apiVersion: " + object.group() + "/v1alpha2"));
                }
            }
        }
        return Optional.empty();
    }

    private Finding finding(
            KubeObject object, Severity severity, Location location, String message, String consequence, String fix) {
        return Finding.of(this, severity, object, location, message, consequence, fix);
    }
}
