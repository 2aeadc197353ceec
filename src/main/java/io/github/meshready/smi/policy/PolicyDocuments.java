package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content of the objects that we write, in the order of fields that people use. */
public final class PolicyDocuments {

    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String MANAGER = "smi-maven-plugin";

    /** Selects what was written here. */
    public static final String SELECTOR = MANAGED_BY + "=" + MANAGER;

    private PolicyDocuments() {}

    public static Map<String, Object> namespace(
            String name, Map<String, String> labels, Map<String, String> annotations) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name);
        metadata.put("labels", labels);
        metadata.put("annotations", annotations);
        return object("v1", "Namespace", metadata);
    }

    /** @param inheritance what the account takes over from another one */
    public static Map<String, Object> serviceAccount(ObjectName name, Optional<Inheritance> inheritance) {
        Map<String, Object> metadata = metadata(name);
        Map<String, Object> account = object("v1", Smi.SERVICE_ACCOUNT, metadata);
        inheritance.ifPresent(former -> {
            if (!former.cloudAnnotations().isEmpty()) {
                metadata.put("annotations", former.cloudAnnotations());
            }
            if (!former.pullSecrets().isEmpty()) {
                account.put(
                        "imagePullSecrets",
                        former.pullSecrets().stream()
                                .map(secret -> Map.of("name", secret))
                                .toList());
            }
            former.automount().ifPresent(automount -> account.put("automountServiceAccountToken", automount));
        });
        return account;
    }

    public static Map<String, Object> routeGroup(PlannedRouteGroup planned) {
        Map<String, Object> group = object(Smi.SPECS_VERSION, Smi.HTTP_ROUTE_GROUP, metadata(planned.name()));
        group.put(
                "spec",
                Map.of(
                        "matches",
                        planned.matches().stream().map(PolicyDocuments::match).toList()));
        return group;
    }

    private static Map<String, Object> match(PlannedMatch planned) {
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("name", planned.name());
        match.put("pathRegex", planned.pathRegex());
        match.put("methods", planned.methods());
        if (!planned.headers().isEmpty()) {
            match.put(
                    "headers",
                    planned.headers().entrySet().stream()
                            .map(header -> Map.of(header.getKey(), header.getValue()))
                            .toList());
        }
        return match;
    }

    public static Map<String, Object> tcpRoute(PlannedTcpRoute planned) {
        Map<String, Object> route = object(Smi.SPECS_VERSION, Smi.TCP_ROUTE, metadata(planned.name()));
        route.put("spec", Map.of("matches", Map.of("ports", planned.ports())));
        return route;
    }

    public static Map<String, Object> trafficTarget(PlannedTarget planned) {
        List<Map<String, Object>> rules = new ArrayList<>();
        for (RouteRef routes : planned.routes()) {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("kind", Smi.HTTP_ROUTE_GROUP);
            rule.put("name", routes.group());
            rule.put("matches", routes.matches());
            rules.add(rule);
        }
        planned.tcpRoute().ifPresent(name -> {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("kind", Smi.TCP_ROUTE);
            rule.put("name", name);
            rules.add(rule);
        });
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("destination", account(planned.destination()));
        spec.put("sources", List.of(account(planned.source())));
        spec.put("rules", rules);
        Map<String, Object> target = object(Smi.ACCESS_VERSION, Smi.TRAFFIC_TARGET, metadata(planned.name()));
        target.put("spec", spec);
        return target;
    }

    static Map<String, Object> account(ObjectName name) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("kind", Smi.SERVICE_ACCOUNT);
        account.put("name", name.name());
        account.put("namespace", name.namespace());
        return account;
    }

    /** The label finds what was written here, in a cluster where a later run no longer writes it. */
    static Map<String, Object> metadata(ObjectName name) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name.name());
        metadata.put("namespace", name.namespace());
        metadata.put("labels", Map.of(MANAGED_BY, MANAGER));
        return metadata;
    }

    static Map<String, Object> object(String apiVersion, String kind, Map<String, Object> metadata) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", apiVersion);
        object.put("kind", kind);
        object.put("metadata", metadata);
        return object;
    }
}
