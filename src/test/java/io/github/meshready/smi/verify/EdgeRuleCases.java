package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.verify.RuleCase.also;
import static io.github.meshready.smi.verify.RuleCase.annotated;
import static io.github.meshready.smi.verify.RuleCase.config;
import static io.github.meshready.smi.verify.RuleCase.keepsStill;
import static io.github.meshready.smi.verify.RuleCase.pods;
import static io.github.meshready.smi.verify.RuleCase.policy;
import static io.github.meshready.smi.verify.RuleCase.says;
import static io.github.meshready.smi.verify.RuleCase.service;
import static io.github.meshready.smi.verify.RuleCase.workload;

import java.util.List;

/** Cases of the rules about what crosses the edge of the mesh: out of the cluster, to its API, and in from outside. */
final class EdgeRuleCases {

    private static final String CLOSED = config("{traffic: {enableEgress: false}}");
    private static final String PERMISSIVE = config("{traffic: {enablePermissiveTrafficPolicyMode: true}}");
    private static final String LEGACY = also(service("legacy", "{port: 9000, appProtocol: http}"), "type: ClusterIP")
            .replace("  selector: {app: legacy}\n", "");
    private static final String CALLS_LEGACY = workload("web", env("LEGACY_URL", "http://legacy:9000"));

    private EdgeRuleCases() {}

    static List<RuleCase> all() {
        String api = workload("api");
        String open = also(service("api", "{port: 80}"), "type: LoadBalancer");
        String plain = annotated(
                workload("old").replace("app: old", "app: api"), "openservicemesh.io/sidecar-injection: disabled");
        String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: a}\n"
                + "stringData: {PAY_URL: 'https://hush.example.com'}\n";
        String hidden = workload("web", "envFrom: [{secretRef: {name: s}}]");
        return List.of(
                says(
                        "SMI-EGR-05",
                        "warning: its call web -> a host that is not shown (env PAY_URL of Secret s) leaves the cluster",
                        "'https",
                        hidden,
                        secret,
                        CLOSED),
                keepsStill(
                        "SMI-EGR-05",
                        hidden,
                        secret,
                        CLOSED,
                        policy(
                                "Egress",
                                "e",
                                "{sources: [{kind: ServiceAccount, name: web, namespace: a}], hosts: [x.example.com],"
                                        + " ports: [{number: 443, protocol: https}]}")),
                says(
                        "SMI-EGR-05",
                        "warning: its call web -> legacy:9000 http (env LEGACY_URL) leaves the cluster",
                        "'http",
                        CALLS_LEGACY,
                        LEGACY,
                        CLOSED),
                keepsStill("SMI-EGR-05", CALLS_LEGACY, LEGACY),
                keepsStill("SMI-CALL-03", CALLS_LEGACY, LEGACY),
                says("SMI-SVC-06", "error: it has no selector", "", CALLS_LEGACY, LEGACY, PERMISSIVE),
                says("SMI-SVC-06", "warning: it has no selector", "", workload("web"), LEGACY, PERMISSIVE),
                says(
                        "SMI-EGR-06",
                        "warning: env KUBERNETES_MASTER tells of a client of it, so it seems to call the Kubernetes API",
                        "",
                        workload("web", env("KUBERNETES_MASTER", "https://kubernetes.default.svc")),
                        CLOSED),
                keepsStill(
                        "SMI-EGR-06",
                        pods(
                                workload("web", env("KUBERNETES_MASTER", "https://kubernetes.default.svc")),
                                "automountServiceAccountToken: false"),
                        CLOSED),
                keepsStill("SMI-CALL-03", workload("web", env("KUBERNETES_MASTER", "https://kubernetes.default.svc"))),
                says(
                                "SMI-ING-01",
                                "warning: port 80 is reached from outside of the mesh (Service type LoadBalancer), and"
                                        + " osm:0.9 lets in only what an Ingress leads to",
                                "",
                                api,
                                open)
                        .with("osm:0.9"),
                keepsStill(
                        "SMI-ID-05",
                        workload("web", env("API_URL", "http://api")),
                        api,
                        plain,
                        service("api", "{port: 80}"),
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}"),
                        group("a", "g", "{name: m}")));
    }
}
