package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.verify.RuleManifests.ASKS_KUBERNETES;
import static io.github.meshready.smi.verify.RuleManifests.CALLS_LEGACY;
import static io.github.meshready.smi.verify.RuleManifests.LEGACY;
import static io.github.meshready.smi.verify.RuleManifests.WORKLOAD;
import static io.github.meshready.smi.verify.RuleManifests.binding;
import static io.github.meshready.smi.verify.RuleManifests.config;
import static io.github.meshready.smi.verify.RuleManifests.pods;
import static io.github.meshready.smi.verify.RuleManifests.policy;
import static io.github.meshready.smi.verify.RuleManifests.workload;

/** Cases of the rules about ways out. */
final class EgressRuleCases {

    private static final String CLOSED = config("{traffic: {enableEgress: false}}");

    private EgressRuleCases() {}

    static void addTo(RuleCases cases) {
        String out = workload("web", env("PAY", "https://pay.example"));
        String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: a}\n"
                + "stringData: {PAY_URL: 'https://hush.example.com'}\n";
        String hidden = workload("web", "envFrom: [{secretRef: {name: s}}]");
        cases.rule("SMI-EGR-01")
                .says(
                        "error: protocol of port 50051 is \"grpc\"",
                        "grpc}",
                        egress("e", "hosts: [x.example]", "{number: 50051, protocol: grpc}"))
                .keepsStill(egress("e", "hosts: [x.example]", "{number: 1, protocol: tcp-server-first}"));

        cases.rule("SMI-EGR-02")
                .says(
                        "error: it lets out http on port 80 and names no hosts",
                        "{number: 80",
                        egress("e", "ipAddresses: [203.0.113.7/32]", "{number: 80, protocol: http}"))
                .says(
                        "warning: it lists ipAddresses for http",
                        "[203.0.113.7/32]",
                        egress(
                                "e",
                                "hosts: [x.example], ipAddresses: [203.0.113.7/32]",
                                "{number: 80, protocol: http}"))
                .keepsStill(egress("e", "hosts: ['*.x.example']", "{number: 443, protocol: https}"))
                .keepsStill(egress("e", "ipAddresses: [203.0.113.7/32]", "{number: 80, protocol: tcp}"));

        cases.rule("SMI-EGR-03")
                .says(
                        "error: it lets account a/w call http to x.example on port 80 twice",
                        "{number: 80",
                        egress("e", "hosts: [x.example]", "{number: 80, protocol: http}, {number: 80, protocol: http}"))
                .says(
                        "warning: it lets account a/w call any host or address on port 443, as Egress a/e does",
                        "{number: 443",
                        egress("e", "hosts: []", "{number: 443, protocol: https}"),
                        egress("f", "hosts: []", "{number: 443, protocol: tcp}"))
                .keepsStill(
                        egress("e", "hosts: [x.example]", "{number: 443, protocol: https}"),
                        egress("f", "hosts: [x.example]", "{number: 443, protocol: https}"))
                .keepsStill(
                        egress("e", "hosts: [x.example]", "{number: 80, protocol: http}"),
                        egress("f", "hosts: [x.example]", "{number: 80, protocol: http}")
                                .replace("name: w,", "name: v,"));

        cases.rule("SMI-EGR-04")
                .says(
                        "error: no manifest defines HTTPRouteGroup a/none",
                        "{apiGroup",
                        egress(
                                "e",
                                "hosts: [x.example], matches: [{apiGroup: specs.smi-spec.io/v1alpha4, kind: HTTPRouteGroup, name: none}]",
                                "{number: 80, protocol: http}"))
                .says(
                        "error: it names a second UpstreamTrafficSetting",
                        "{apiGroup",
                        egress(
                                "e",
                                "hosts: [x.example], matches: [" + setting("u") + ", " + setting("u") + "]",
                                "{number: 80, protocol: http}"),
                        policy("UpstreamTrafficSetting", "u", "{host: x.example}"))
                .keepsStill(
                        egress(
                                "e",
                                "hosts: [x.example], matches: [" + setting("u") + "]",
                                "{number: 80, protocol: http}"),
                        policy("UpstreamTrafficSetting", "u", "{host: x.example}"));

        cases.rule("SMI-EGR-05")
                .says("warning: its call web -> pay.example:443", "'https", out, CLOSED)
                .keepsStill(out)
                .says(
                        "warning: its call web -> a host that is not shown (env PAY_URL of Secret s) leaves the cluster",
                        "'https",
                        hidden,
                        secret,
                        CLOSED)
                .keepsStill(
                        hidden,
                        secret,
                        CLOSED,
                        egress("e", "hosts: [x.example.com]", "{number: 443, protocol: https}")
                                .replace("name: w,", "name: web,"))
                .says(
                        "warning: its call web -> legacy:9000 http (env LEGACY_URL) leaves the cluster",
                        "'http",
                        CALLS_LEGACY,
                        LEGACY,
                        CLOSED)
                .keepsStill(CALLS_LEGACY, LEGACY);

        cases.rule("SMI-EGR-06")
                .says(
                        "warning: RoleBinding a/r gives its account rights in the cluster",
                        "apiVersion",
                        WORKLOAD,
                        binding("r", "w"),
                        CLOSED)
                .says(
                        "info: RoleBinding a/r gives its account rights in the cluster",
                        "apiVersion",
                        pods(WORKLOAD, "initContainers: [{name: i, image: x}]"),
                        binding("r", "w"),
                        CLOSED)
                .keepsStill(WORKLOAD, binding("r", "w"))
                .keepsStill(pods(WORKLOAD, "automountServiceAccountToken: false"), binding("r", "w"), CLOSED)
                .keepsStill(
                        WORKLOAD,
                        binding("r", "w"),
                        CLOSED,
                        egress("e", "ipAddresses: [10.96.0.1/32]", "{number: 443, protocol: https}"))
                .keepsStill(WORKLOAD, binding("r", "w"), """
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: Role
                        metadata: {name: r, namespace: a}
                        rules: [{apiGroups: [policy], resources: [podsecuritypolicies], verbs: [use]}]
                        """, CLOSED)
                .keepsStill(
                        WORKLOAD,
                        workload("v"),
                        binding("r", "w")
                                .replace("subjects: [", "subjects: [{kind: ServiceAccount, name: v, namespace: a}, "),
                        CLOSED)
                .says(
                        "warning: env KUBERNETES_MASTER tells of a client of it, so it seems to call the Kubernetes API",
                        "",
                        ASKS_KUBERNETES,
                        CLOSED)
                .keepsStill(pods(ASKS_KUBERNETES, "automountServiceAccountToken: false"), CLOSED);

        cases.rule("SMI-EGR-07")
                .says(
                        "warning: 300.0.0.0/8 is no range of IPv4 addresses",
                        "300.0.0.0/8",
                        egress("e", "ipAddresses: [10.0.0.0/8, 300.0.0.0/8]", "{number: 80, protocol: tcp}"))
                .keepsStill(egress("e", "ipAddresses: [10.0.0.0/8]", "{number: 80, protocol: tcp}"));
    }

    private static String egress(String name, String to, String ports) {
        return policy(
                "Egress",
                name,
                "{sources: [{kind: ServiceAccount, name: w, namespace: a}], " + to + ", ports: [" + ports + "]}");
    }

    private static String setting(String name) {
        return "{apiGroup: policy.openservicemesh.io/v1alpha1, kind: UpstreamTrafficSetting, name: " + name + "}";
    }
}
