package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.target;

import io.github.meshready.smi.TestManifests;

/** What the manifests of rules' cases are made of, all in namespace a. */
final class RuleManifests {

    /** What keeps the sidecar away from pods that are annotated with it. */
    static final String OFF = "openservicemesh.io/sidecar-injection: disabled";

    static final String PERMISSIVE = config("{traffic: {enablePermissiveTrafficPolicyMode: true}}");

    /** A workload that calls nobody. */
    static final String WORKLOAD = workload("w");

    /** The same under the name of one that may call api, and one of that name that does. */
    static final String WEB = workload("web");

    static final String CALLER = workload("web", env("API", "http://api"));

    static final String API = workload("api");
    static final String HTTP = service("api", "{port: 80}");

    /** What lets web call api. */
    static final String RULE = "{kind: HTTPRouteGroup, name: g, matches: [m]}";

    static final String TARGET = target("a", "t", "api", "web", RULE);
    static final String ROUTES = group("a", "g", "{name: m, pathRegex: /x, methods: [GET]}");

    /** A Service without a selector, and who calls it. */
    static final String LEGACY = also(service("legacy", "{port: 9000, appProtocol: http}"), "type: ClusterIP")
            .replace("  selector: {app: legacy}\n", "");

    static final String CALLS_LEGACY = workload("web", env("LEGACY_URL", "http://legacy:9000"));

    /** What tells of a client of the Kubernetes API. */
    static final String ASKS_KUBERNETES = workload("web", env("KUBERNETES_MASTER", "https://kubernetes.default.svc"));

    private RuleManifests() {}

    static String workload(String name, String... containerLines) {
        return TestManifests.deployment("a", name, containerLines);
    }

    /** The same workload with another line in the spec of its pods. */
    static String pods(String workload, String line) {
        return workload.replace("      containers:", "      " + line + "\n      containers:");
    }

    /** The same workload with an annotation of its pods. */
    static String annotated(String workload, String annotation) {
        return workload.replaceFirst(
                "metadata: \\{labels: \\{app: ([a-z0-9]+)}}",
                "metadata: {labels: {app: $1}, annotations: {" + annotation + "}}");
    }

    static String service(String name, String... ports) {
        return TestManifests.service("a", name, ports);
    }

    /** The same Service with another line in its spec. */
    static String also(String service, String line) {
        return service.replace("spec:\n", "spec:\n  " + line + "\n");
    }

    /** The same Service over the pods of another name. */
    static String over(String service, String app) {
        return service.replaceFirst("selector: \\{app: [a-z0-9]+}", "selector: {app: " + app + "}");
    }

    static String object(String apiVersion, String kind, String name, String spec) {
        return "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: a}\nspec: %s\n"
                .formatted(apiVersion, kind, name, spec);
    }

    /** One of the mesh's own policies. */
    static String policy(String kind, String name, String spec) {
        return object("policy.openservicemesh.io/v1alpha1", kind, name, spec);
    }

    /** The mesh's configuration. */
    static String config(String spec) {
        return object("config.openservicemesh.io/v1alpha2", "MeshConfig", "osm-mesh-config", spec)
                .replace("namespace: a", "namespace: osm-system");
    }

    static String binding(String name, String account) {
        return """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: %s, namespace: a}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: %s}
            subjects: [{kind: ServiceAccount, name: %s, namespace: a}]
            """.formatted(name, name, account);
    }
}
