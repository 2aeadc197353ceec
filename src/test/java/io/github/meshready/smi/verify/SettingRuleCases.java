package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.verify.RuleManifests.WORKLOAD;
import static io.github.meshready.smi.verify.RuleManifests.config;
import static io.github.meshready.smi.verify.RuleManifests.object;
import static io.github.meshready.smi.verify.RuleManifests.policy;
import static io.github.meshready.smi.verify.RuleManifests.service;

/** Cases of the rules about the mesh's configuration, settings of Services, retries and the cluster's own network policies. */
final class SettingRuleCases {

    private static final String SERVICE = service("w", "{port: 80, targetPort: 8080}");

    private SettingRuleCases() {}

    static void addTo(RuleCases cases) {
        cases.rule("SMI-CFG-02")
                .says(
                        "warning: it names no namespace",
                        "apiVersion: config",
                        config("{traffic: {}}").replace(", namespace: osm-system", ""))
                .says(
                        "error: sidecar.localProxyMode is no field of config.openservicemesh.io/v1alpha1",
                        "PodIP",
                        config("{sidecar: {localProxyMode: PodIP}}").replace("v1alpha2", "v1alpha1"))
                .keepsStill(config("{sidecar: {logLevel: error}}").replace("v1alpha2", "v1alpha1"));

        cases.rule("SMI-CFG-03")
                .says(
                        "warning: certificate has no certKeyBitSize",
                        "{serviceCert",
                        config("{certificate: {serviceCertValidityDuration: 24h}}"))
                .says(
                        "warning: traffic.outboundIPRangeExclusionList holds 10.0.0.1, which is no range",
                        "10.0.0.1",
                        config("{traffic: {outboundIPRangeExclusionList: [10.0.0.1]}}"))
                .keepsStill(config("{sidecar: {logLevel: debug, tlsMinProtocolVersion: TLSv1_2}}"))
                .keepsStillIn(
                        "fsm:1.5", config("{sidecar: {localProxyMode: Other}}").replace("osm-mesh", "fsm-mesh"));

        cases.rule("SMI-CFG-04")
                .says("info: featureFlags.enableRetryPolicy", "apiVersion", retry("ServiceAccount", "Service"))
                .says(
                        "warning: featureFlags.enableEgressPolicy of the MeshConfig is false",
                        "apiVersion",
                        egress("e", "hosts: []", "{number: 443, protocol: https}"),
                        config("{featureFlags: {enableEgressPolicy: false}}"))
                .keepsStill(egress("e", "hosts: []", "{number: 443, protocol: https}"));

        cases.rule("SMI-UTS-01")
                .says(
                        "error: it names no host",
                        "{httpRoutes",
                        policy("UpstreamTrafficSetting", "u", "{httpRoutes: []}"))
                .says(
                        "error: its host is that of Service a/w, in another namespace",
                        "w.a.svc.cluster.local",
                        SERVICE,
                        policy("UpstreamTrafficSetting", "u", "{host: w.a.svc.cluster.local}")
                                .replace("namespace: a", "namespace: b"))
                .keepsStill(SERVICE, policy("UpstreamTrafficSetting", "u", "{host: api.example.com}"))
                .keepsStill(policy("UpstreamTrafficSetting", "u", "{host: w.a}"));

        cases.rule("SMI-UTS-02")
                .says(
                        "warning: path /y is the pathRegex of no route",
                        "/y",
                        group("a", "g", "{name: m, pathRegex: /x, methods: [GET]}"),
                        policy(
                                "UpstreamTrafficSetting",
                                "u",
                                "{host: w.a.svc.cluster.local, httpRoutes: [{path: /y}]}"))
                .keepsStill(
                        group("a", "g", "{name: m, pathRegex: /x, methods: [GET]}"),
                        policy(
                                "UpstreamTrafficSetting",
                                "u",
                                "{host: w.a.svc.cluster.local, httpRoutes: [{path: /x}]}"))
                .keepsStill(policy(
                        "UpstreamTrafficSetting", "u", "{host: w.a.svc.cluster.local, httpRoutes: [{path: /y}]}"));

        cases.rule("SMI-RTY-01")
                .says(
                        "error: retryPolicy has no numRetries",
                        "{retryOn",
                        retry("ServiceAccount", "Service").replace("numRetries: 1, ", ""))
                .says(
                        "warning: no workload of the manifests runs as account a/c",
                        "c,",
                        WORKLOAD,
                        retry("ServiceAccount", "Service"))
                .keepsStill(retry("ServiceAccount", "Service"))
                .keepsStillIn("osm:1.0", retry("User", "Service"));

        cases.rule("SMI-NET-01")
                .says(
                        "warning: it lets pods of w call, but not port 15128 of the mesh's control plane",
                        "[{ports",
                        WORKLOAD,
                        network("{podSelector: {}, egress: [{ports: [{port: 443}]}]}"))
                .keepsStill(WORKLOAD, network("{podSelector: {}, ingress: []}"))
                .keepsStill(WORKLOAD, network("{podSelector: {}, egress: [{ports: [{port: 15000, endPort: 16000}]}]}"))
                .keepsStill(
                        WORKLOAD, network("{podSelector: {matchLabels: {app: x}}, egress: [{ports: [{port: 443}]}]}"))
                .keepsStill(
                        WORKLOAD,
                        network("{podSelector: {}, egress: [{ports: [{port: 443}]}]}"),
                        network("{podSelector: {matchExpressions: [{key: app, operator: Exists}]}, egress: [{}]}")
                                .replace("name: np", "name: other"));
    }

    private static String egress(String name, String to, String ports) {
        return policy(
                "Egress",
                name,
                "{sources: [{kind: ServiceAccount, name: w, namespace: a}], " + to + ", ports: [" + ports + "]}");
    }

    private static String retry(String sourceKind, String destinationKind) {
        return policy(
                "Retry",
                "r",
                "{source: {kind: " + sourceKind + ", name: c, namespace: a}, destinations: [{kind: " + destinationKind
                        + ", name: s, namespace: a}], retryPolicy: {retryOn: 5xx, perTryTimeout: 1s, numRetries: 1,"
                        + " retryBackoffBaseInterval: 1s}}");
    }

    private static String network(String spec) {
        return object("networking.k8s.io/v1", "NetworkPolicy", "np", spec);
    }
}
