package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.policy.IngressBackend.Source;
import io.github.meshready.smi.policy.PlannedIngress.Callers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content of the mesh's own policies, in the order of fields that people use. */
public final class OsmPolicyDocuments {

    private final Dialect dialect;

    public OsmPolicyDocuments(Dialect dialect) {
        this.dialect = dialect;
    }

    /** An IngressBackend. */
    public Map<String, Object> ingressBackend(PlannedIngress planned) {
        List<Map<String, Object>> backends = new ArrayList<>();
        planned.ports().forEach((number, protocol) -> {
            Map<String, Object> port = new LinkedHashMap<>();
            port.put("number", number);
            port.put("protocol", protocol);
            Map<String, Object> backend = new LinkedHashMap<>();
            backend.put("name", planned.service().name().name());
            backend.put("port", port);
            if (planned.callers().isEncrypted()) {
                backend.put("tls", Map.of("skipClientCertValidation", false));
            }
            backends.add(backend);
        });
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("backends", backends);
        spec.put("sources", sources(planned.callers()));
        Map<String, Object> object = PolicyDocuments.object(
                dialect.policyVersion(), Smi.INGRESS_BACKEND, PolicyDocuments.metadata(planned.name()));
        object.put("spec", spec);
        return object;
    }

    /** The apex by its bare name: what longer forms mean to the mesh depends on how many labels they have. */
    public Map<String, Object> trafficSplit(PlannedSplit planned) {
        List<Map<String, Object>> backends = new ArrayList<>();
        for (Split.Backend each : planned.split().backends()) {
            Map<String, Object> backend = new LinkedHashMap<>();
            backend.put("service", each.service().name());
            backend.put("weight", (long) each.weight().value());
            backends.add(backend);
        }
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("service", planned.split().apex().name());
        spec.put("backends", backends);
        Map<String, Object> split = PolicyDocuments.object(
                dialect.splitVersions().get(0), Smi.TRAFFIC_SPLIT, PolicyDocuments.metadata(planned.name()));
        split.put("spec", spec);
        return split;
    }

    /** An Egress. */
    public Map<String, Object> egress(PlannedEgress planned) {
        Map<String, Object> port = new LinkedHashMap<>();
        port.put("number", planned.port());
        port.put("protocol", planned.protocol());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("sources", List.of(PolicyDocuments.account(planned.account())));
        if (!planned.hosts().isEmpty()) {
            spec.put("hosts", List.copyOf(planned.hosts()));
        }
        if (!planned.ranges().isEmpty()) {
            spec.put("ipAddresses", List.copyOf(planned.ranges()));
        }
        spec.put("ports", List.of(port));
        Map<String, Object> object =
                PolicyDocuments.object(dialect.policyVersion(), Smi.EGRESS, PolicyDocuments.metadata(planned.name()));
        object.put("spec", spec);
        return object;
    }

    private static List<Map<String, Object>> sources(Callers callers) {
        List<Map<String, Object>> sources = new ArrayList<>();
        callers.services().forEach(service -> {
            Map<String, Object> source = source(Source.SERVICE, service.name());
            source.put("namespace", service.namespace());
            sources.add(source);
        });
        callers.ranges().forEach(range -> sources.add(source(Source.IP_RANGE, range)));
        callers.principals().forEach(principal -> sources.add(source(Source.PRINCIPAL, principal)));
        return sources;
    }

    private static Map<String, Object> source(String kind, String name) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("kind", kind);
        source.put("name", name);
        return source;
    }
}
