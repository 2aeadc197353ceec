package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.verify.RuleCase.also;
import static io.github.meshready.smi.verify.RuleCase.annotated;
import static io.github.meshready.smi.verify.RuleCase.binding;
import static io.github.meshready.smi.verify.RuleCase.config;
import static io.github.meshready.smi.verify.RuleCase.keepsStill;
import static io.github.meshready.smi.verify.RuleCase.object;
import static io.github.meshready.smi.verify.RuleCase.over;
import static io.github.meshready.smi.verify.RuleCase.pods;
import static io.github.meshready.smi.verify.RuleCase.policy;
import static io.github.meshready.smi.verify.RuleCase.says;
import static io.github.meshready.smi.verify.RuleCase.service;
import static io.github.meshready.smi.verify.RuleCase.workload;

import java.util.List;

/** Cases of the rules about what the mesh itself reads: its configuration, ingress, egress, retries and settings. */
final class MeshPolicyRuleCases {

    private static final String WEB = workload("w");
    private static final String SERVICE = service("w", "{port: 80, targetPort: 8080}");
    private static final String RANGE = "{kind: IPRange, name: 203.0.113.0/24}";
    private static final String HTTP = backend("w", 8080, "http");
    private static final String HTTPS = backend("w", 8080, "https");
    private static final String CLOSED = config("{traffic: {enableEgress: false}}");

    private MeshPolicyRuleCases() {}

    static List<RuleCase> all() {
        return List.of(
                says(
                        "SMI-ING-02",
                        "error: 80 is the port of Service a/w, not of its pods",
                        "80,",
                        WEB,
                        SERVICE,
                        ingress("i", backend("w", 80, "http"), RANGE)),
                says(
                        "SMI-ING-02",
                        "error: 9 is no port of the pods of Service a/w",
                        "9,",
                        WEB,
                        SERVICE,
                        ingress("i", backend("w", 9, "http"), RANGE)),
                says(
                        "SMI-ING-02",
                        "warning: no manifest defines Service x in namespace a",
                        "{name: x",
                        WEB,
                        ingress("i", backend("x", 9, "http"), RANGE)),
                says(
                        "SMI-ING-02",
                        "warning: no manifest defines Service w in namespace b",
                        "{name: w",
                        WEB,
                        SERVICE,
                        ingress("i", HTTP, RANGE).replace("namespace: a", "namespace: b")),
                says(
                        "SMI-ING-02",
                        "error: Service a/w is headless and names the pods of a StatefulSet",
                        "{name: w",
                        WEB.replace("kind: Deployment", "kind: StatefulSet")
                                .replace("spec:\n  selector", "spec:\n  serviceName: w\n  selector"),
                        also(SERVICE, "clusterIP: None"),
                        ingress("i", HTTP, RANGE)),
                keepsStill("SMI-ING-02", SERVICE, ingress("i", backend("w", 9, "http"), RANGE)),
                keepsStill(
                        "SMI-ING-02",
                        WEB,
                        service("w", "{port: 80, targetPort: unknown}"),
                        ingress("i", backend("w", 80, "http"), RANGE)),
                says(
                        "SMI-ING-03",
                        "error: it opens w:8080, as IngressBackend a/i does",
                        "{name: w",
                        WEB,
                        SERVICE,
                        ingress("i", HTTP, RANGE),
                        ingress("j", HTTP, "{kind: IPRange, name: 198.51.100.0/24}")),
                says("SMI-ING-03", "error: it opens w:8080 twice", "{name: w", ingress("i", HTTP + ", " + HTTP, RANGE)),
                keepsStill(
                        "SMI-ING-03",
                        ingress("i", HTTP + ", " + backend("w", 9, "http") + ", " + backend("x", 8080, "http"), RANGE)),
                says(
                        "SMI-ING-04",
                        "warning: Service a/none selects no pods of the manifests",
                        "{kind: Service",
                        WEB,
                        service("none", "{port: 80}"),
                        ingress("i", HTTP, source("none"))),
                keepsStill("SMI-ING-04", WEB, ingress("i", HTTP, "{kind: Service, name: x, namespace: elsewhere}")),
                keepsStill(
                        "SMI-ING-04",
                        service("x", "{port: 80}").replace("selector: {app: x}", "type: ClusterIP"),
                        ingress("i", HTTP, source("x"))),
                says(
                        "SMI-ING-05",
                        "error: no source says which addresses may call w",
                        "{name: w",
                        ingress("i", HTTP, "{kind: AuthenticatedPrincipal, name: x.y.cluster.local}")),
                says(
                        "SMI-ING-05",
                        "info: it lets in every address",
                        "{kind: IPRange",
                        ingress("i", HTTP, "{kind: IPRange, name: 0.0.0.0/0}")),
                keepsStill(
                        "SMI-ING-05", ingress("i", HTTPS, "{kind: AuthenticatedPrincipal, name: x.y.cluster.local}")),
                keepsStill("SMI-ING-05", ingress("i", HTTP, RANGE)),
                says(
                        "SMI-ING-06",
                        "error: no source of kind AuthenticatedPrincipal says who may call w over https",
                        "{name: w",
                        ingress("i", HTTPS.replace("}}", "}, tls: {skipClientCertValidation: true}}"), RANGE)),
                says(
                        "SMI-ING-06",
                        "warning: principal x.y lacks the trust domain",
                        "{kind: Auth",
                        ingress("i", HTTPS, "{kind: AuthenticatedPrincipal, name: x.y}")),
                says(
                        "SMI-ING-06",
                        "error: no source of kind AuthenticatedPrincipal says who may call w over https",
                        "{name: w",
                        ingress("i", HTTPS, "")),
                keepsStill("SMI-ING-06", ingress("i", HTTPS, RANGE)),
                keepsStill("SMI-ING-06", ingress("i", HTTPS, "{kind: AuthenticatedPrincipal, name: '*'}")),
                keepsStill("SMI-ING-06", ingress("i", HTTP, "")),
                says(
                        "SMI-ING-07",
                        "error: source Service x names no namespace",
                        "{kind: Service",
                        ingress("i", HTTP, "{kind: Service, name: x}")),
                says(
                        "SMI-ING-07",
                        "error: IPRange 203.0.113.1 is no range of addresses",
                        "{kind: IPRange",
                        ingress("i", HTTP, "{kind: IPRange, name: 203.0.113.1}")),
                says(
                        "SMI-ING-07",
                        "error: source kind \"User\" is not known",
                        "{kind: User",
                        ingress("i", HTTP, "{kind: User, name: x}")),
                says(
                        "SMI-ING-07",
                        "error: protocol \"grpc\" is not known",
                        "grpc}",
                        ingress("i", backend("w", 8080, "grpc"), RANGE)),
                keepsStill("SMI-ING-07", ingress("i", backend("w", 8080, "grpc"), RANGE))
                        .with("fsm:1.5"),
                keepsStill(
                        "SMI-ING-07",
                        ingress("i", backend("w", 8080, "HTTP"), "{kind: IPRange, name: '2001:db8::/32'}")),
                says(
                        "SMI-ING-08",
                        "warning: it opens port 8080 of w through Service x, which is open to the same callers",
                        "{name: x",
                        WEB,
                        SERVICE,
                        over(service("x", "{port: 90, targetPort: 8080}"), "w"),
                        ingress("i", HTTP, RANGE),
                        ingress("j", backend("x", 8080, "http"), RANGE)),
                keepsStill(
                        "SMI-ING-08",
                        WEB,
                        SERVICE,
                        over(service("x", "{port: 90, targetPort: 8080}"), "w"),
                        ingress("i", HTTP, RANGE),
                        ingress("j", backend("x", 8080, "http"), "{kind: IPRange, name: 198.51.100.0/24}")),
                says(
                        "SMI-ING-09",
                        "warning: Prometheus is to fetch metrics from port 8080 of its pods",
                        "'true'",
                        annotated(workload("w", "ports: [{containerPort: 8080}]"), "prometheus.io/scrape: 'true'"),
                        object("monitoring.coreos.com/v1", "PodMonitor", "m", "{}")),
                keepsStill(
                        "SMI-ING-09",
                        annotated(workload("w", "ports: [{containerPort: 8080}]"), "prometheus.io/scrape: 'true'"),
                        namespace("a").replace("enabled}", "enabled, openservicemesh.io/metrics: enabled}")),
                keepsStill(
                        "SMI-ING-09",
                        annotated(workload("w", "ports: [{containerPort: 8080}]"), "prometheus.io/scrape: 'false'")),
                keepsStill(
                        "SMI-ING-09",
                        annotated(workload("w", "ports: [{containerPort: 8080}]"), "prometheus.io/scrape: 'true'"),
                        SERVICE,
                        ingress("i", HTTP, RANGE)),
                says(
                        "SMI-ING-10",
                        "warning: the mesh does not watch namespace edge, where Service edge/proxy is",
                        "{kind: Service",
                        namespace("edge").replace("labels: {openservicemesh.io/monitored-by: osm}", "labels: {}"),
                        ingress("i", HTTP, "{kind: Service, name: proxy, namespace: edge}")),
                keepsStill("SMI-ING-10", ingress("i", HTTP, "{kind: Service, name: proxy, namespace: edge}")),
                says(
                        "SMI-EGR-01",
                        "error: protocol of port 50051 is \"grpc\"",
                        "grpc}",
                        egress("e", "hosts: [x.example]", "{number: 50051, protocol: grpc}")),
                keepsStill("SMI-EGR-01", egress("e", "hosts: [x.example]", "{number: 1, protocol: tcp-server-first}")),
                says(
                        "SMI-EGR-02",
                        "error: it lets out http on port 80 and names no hosts",
                        "{number: 80",
                        egress("e", "ipAddresses: [203.0.113.7/32]", "{number: 80, protocol: http}")),
                says(
                        "SMI-EGR-02",
                        "warning: it lists ipAddresses for http",
                        "[203.0.113.7/32]",
                        egress(
                                "e",
                                "hosts: [x.example], ipAddresses: [203.0.113.7/32]",
                                "{number: 80, protocol: http}")),
                keepsStill("SMI-EGR-02", egress("e", "hosts: ['*.x.example']", "{number: 443, protocol: https}")),
                keepsStill("SMI-EGR-02", egress("e", "ipAddresses: [203.0.113.7/32]", "{number: 80, protocol: tcp}")),
                says(
                        "SMI-EGR-03",
                        "error: it lets account a/w call http to x.example on port 80 twice",
                        "{number: 80",
                        egress(
                                "e",
                                "hosts: [x.example]",
                                "{number: 80, protocol: http}, {number: 80, protocol: http}")),
                says(
                        "SMI-EGR-03",
                        "warning: it lets account a/w call any host or address on port 443, as Egress a/e does",
                        "{number: 443",
                        egress("e", "hosts: []", "{number: 443, protocol: https}"),
                        egress("f", "hosts: []", "{number: 443, protocol: tcp}")),
                keepsStill(
                        "SMI-EGR-03",
                        egress("e", "hosts: [x.example]", "{number: 443, protocol: https}"),
                        egress("f", "hosts: [x.example]", "{number: 443, protocol: https}")),
                keepsStill(
                        "SMI-EGR-03",
                        egress("e", "hosts: [x.example]", "{number: 80, protocol: http}"),
                        egress("f", "hosts: [x.example]", "{number: 80, protocol: http}")
                                .replace("name: w,", "name: v,")),
                says(
                        "SMI-EGR-04",
                        "error: no manifest defines HTTPRouteGroup a/none",
                        "{apiGroup",
                        egress(
                                "e",
                                "hosts: [x.example], matches: [{apiGroup: specs.smi-spec.io/v1alpha4, kind: HTTPRouteGroup, name: none}]",
                                "{number: 80, protocol: http}")),
                says(
                        "SMI-EGR-04",
                        "error: it names specs.smi-spec.io HTTPRouteGroup",
                        "{apiGroup",
                        egress(
                                "e",
                                "hosts: [x.example], matches: [{apiGroup: specs.smi-spec.io, kind: HTTPRouteGroup, name: g}]",
                                "{number: 80, protocol: http}")),
                says(
                        "SMI-EGR-04",
                        "error: no manifest defines UpstreamTrafficSetting a/u",
                        "{apiGroup",
                        egress(
                                "e",
                                "hosts: [x.example], matches: [" + setting("u") + "]",
                                "{number: 80, protocol: http}")),
                says(
                        "SMI-EGR-04",
                        "error: it names a second UpstreamTrafficSetting",
                        "{apiGroup",
                        egress(
                                "e",
                                "hosts: [x.example], matches: [" + setting("u") + ", " + setting("u") + "]",
                                "{number: 80, protocol: http}"),
                        policy("UpstreamTrafficSetting", "u", "{host: x.example}")),
                keepsStill(
                        "SMI-EGR-04",
                        egress(
                                "e",
                                "hosts: [x.example], matches: [" + setting("u") + "]",
                                "{number: 80, protocol: http}"),
                        policy("UpstreamTrafficSetting", "u", "{host: x.example}")),
                says(
                        "SMI-EGR-06",
                        "warning: RoleBinding a/r gives its account rights in the cluster",
                        "apiVersion",
                        WEB,
                        binding("r", "w"),
                        CLOSED),
                says(
                        "SMI-EGR-06",
                        "info: RoleBinding a/r gives its account rights in the cluster",
                        "apiVersion",
                        pods(WEB, "initContainers: [{name: i, image: x}]"),
                        binding("r", "w"),
                        CLOSED),
                keepsStill("SMI-EGR-06", WEB, binding("r", "w")),
                keepsStill("SMI-EGR-06", pods(WEB, "automountServiceAccountToken: false"), binding("r", "w"), CLOSED),
                keepsStill(
                        "SMI-EGR-06",
                        WEB,
                        binding("r", "w"),
                        CLOSED,
                        egress("e", "ipAddresses: [10.96.0.1/32]", "{number: 443, protocol: https}")),
                keepsStill("SMI-EGR-06", WEB, binding("r", "w"), """
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: Role
                        metadata: {name: r, namespace: a}
                        rules: [{apiGroups: [policy], resources: [podsecuritypolicies], verbs: [use]}]
                        """, CLOSED),
                keepsStill(
                        "SMI-EGR-06",
                        WEB,
                        workload("v"),
                        binding("r", "w")
                                .replace("subjects: [", "subjects: [{kind: ServiceAccount, name: v, namespace: a}, "),
                        CLOSED),
                says(
                        "SMI-EGR-07",
                        "warning: 300.0.0.0/8 is no range of IPv4 addresses",
                        "300.0.0.0/8",
                        egress("e", "ipAddresses: [10.0.0.0/8, 300.0.0.0/8]", "{number: 80, protocol: tcp}")),
                keepsStill("SMI-EGR-07", egress("e", "ipAddresses: [10.0.0.0/8]", "{number: 80, protocol: tcp}")),
                says(
                        "SMI-CFG-02",
                        "warning: it names no namespace",
                        "apiVersion: config",
                        config("{traffic: {}}").replace(", namespace: osm-system", "")),
                says(
                        "SMI-CFG-02",
                        "error: sidecar.localProxyMode is no field of config.openservicemesh.io/v1alpha1",
                        "PodIP",
                        config("{sidecar: {localProxyMode: PodIP}}").replace("v1alpha2", "v1alpha1")),
                keepsStill("SMI-CFG-02", config("{sidecar: {logLevel: error}}").replace("v1alpha2", "v1alpha1")),
                says(
                        "SMI-CFG-03",
                        "warning: certificate has no certKeyBitSize",
                        "{serviceCert",
                        config("{certificate: {serviceCertValidityDuration: 24h}}")),
                says(
                        "SMI-CFG-03",
                        "warning: traffic.outboundIPRangeExclusionList holds 10.0.0.1, which is no range",
                        "10.0.0.1",
                        config("{traffic: {outboundIPRangeExclusionList: [10.0.0.1]}}")),
                keepsStill("SMI-CFG-03", config("{sidecar: {logLevel: debug, tlsMinProtocolVersion: TLSv1_2}}")),
                keepsStill(
                                "SMI-CFG-03",
                                config("{sidecar: {localProxyMode: Other}}").replace("osm-mesh", "fsm-mesh"))
                        .with("fsm:1.5"),
                says(
                        "SMI-CFG-04",
                        "info: featureFlags.enableRetryPolicy",
                        "apiVersion",
                        retry("ServiceAccount", "Service")),
                says(
                        "SMI-CFG-04",
                        "warning: featureFlags.enableEgressPolicy of the MeshConfig is false",
                        "apiVersion",
                        egress("e", "hosts: []", "{number: 443, protocol: https}"),
                        config("{featureFlags: {enableEgressPolicy: false}}")),
                keepsStill("SMI-CFG-04", egress("e", "hosts: []", "{number: 443, protocol: https}")),
                says(
                        "SMI-UTS-01",
                        "error: it names no host",
                        "{httpRoutes",
                        policy("UpstreamTrafficSetting", "u", "{httpRoutes: []}")),
                says(
                        "SMI-UTS-01",
                        "error: its host is that of Service a/w, in another namespace",
                        "w.a.svc.cluster.local",
                        SERVICE,
                        policy("UpstreamTrafficSetting", "u", "{host: w.a.svc.cluster.local}")
                                .replace("namespace: a", "namespace: b")),
                keepsStill("SMI-UTS-01", SERVICE, policy("UpstreamTrafficSetting", "u", "{host: api.example.com}")),
                keepsStill("SMI-UTS-01", policy("UpstreamTrafficSetting", "u", "{host: w.a}")),
                says(
                        "SMI-UTS-02",
                        "warning: path /y is the pathRegex of no route",
                        "/y",
                        group("a", "g", "{name: m, pathRegex: /x, methods: [GET]}"),
                        policy(
                                "UpstreamTrafficSetting",
                                "u",
                                "{host: w.a.svc.cluster.local, httpRoutes: [{path: /y}]}")),
                keepsStill(
                        "SMI-UTS-02",
                        group("a", "g", "{name: m, pathRegex: /x, methods: [GET]}"),
                        policy(
                                "UpstreamTrafficSetting",
                                "u",
                                "{host: w.a.svc.cluster.local, httpRoutes: [{path: /x}]}")),
                keepsStill(
                        "SMI-UTS-02",
                        policy(
                                "UpstreamTrafficSetting",
                                "u",
                                "{host: w.a.svc.cluster.local, httpRoutes: [{path: /y}]}")),
                says(
                        "SMI-RTY-01",
                        "error: retryPolicy has no numRetries",
                        "{retryOn",
                        retry("ServiceAccount", "Service").replace("numRetries: 1, ", "")),
                says(
                        "SMI-RTY-01",
                        "warning: no workload of the manifests runs as account a/c",
                        "c,",
                        WEB,
                        retry("ServiceAccount", "Service")),
                keepsStill("SMI-RTY-01", retry("ServiceAccount", "Service")),
                keepsStill("SMI-RTY-01", retry("User", "Service")).with("osm:1.0"),
                says(
                        "SMI-NET-01",
                        "warning: it lets pods of w call, but not port 15128 of the mesh's control plane",
                        "[{ports",
                        WEB,
                        network("{podSelector: {}, egress: [{ports: [{port: 443}]}]}")),
                keepsStill("SMI-NET-01", WEB, network("{podSelector: {}, ingress: []}")),
                keepsStill(
                        "SMI-NET-01",
                        WEB,
                        network("{podSelector: {}, egress: [{ports: [{port: 15000, endPort: 16000}]}]}")),
                keepsStill(
                        "SMI-NET-01",
                        WEB,
                        network("{podSelector: {matchLabels: {app: x}}, egress: [{ports: [{port: 443}]}]}")),
                keepsStill(
                        "SMI-NET-01",
                        WEB,
                        network("{podSelector: {}, egress: [{ports: [{port: 443}]}]}"),
                        network("{podSelector: {matchExpressions: [{key: app, operator: Exists}]}, egress: [{}]}")
                                .replace("name: np", "name: other")));
    }

    private static String backend(String name, int port, String protocol) {
        return "{name: " + name + ", port: {number: " + port + ", protocol: " + protocol + "}}";
    }

    private static String source(String service) {
        return "{kind: Service, name: " + service + ", namespace: a}";
    }

    private static String ingress(String name, String backends, String sources) {
        return policy("IngressBackend", name, "{backends: [" + backends + "], sources: [" + sources + "]}");
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
