package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.verify.RuleManifests.API;
import static io.github.meshready.smi.verify.RuleManifests.HTTP;
import static io.github.meshready.smi.verify.RuleManifests.WORKLOAD;
import static io.github.meshready.smi.verify.RuleManifests.also;
import static io.github.meshready.smi.verify.RuleManifests.annotated;
import static io.github.meshready.smi.verify.RuleManifests.object;
import static io.github.meshready.smi.verify.RuleManifests.over;
import static io.github.meshready.smi.verify.RuleManifests.policy;
import static io.github.meshready.smi.verify.RuleManifests.service;
import static io.github.meshready.smi.verify.RuleManifests.workload;

/** Cases of the rules about ways in. */
final class IngressRuleCases {

    private static final String SERVICE = service("w", "{port: 80, targetPort: 8080}");
    private static final String RANGE = "{kind: IPRange, name: 203.0.113.0/24}";
    private static final String BACKEND = backend("w", 8080, "http");
    private static final String SECURE = backend("w", 8080, "https");

    private IngressRuleCases() {}

    static void addTo(RuleCases cases) {
        cases.rule("SMI-ING-01")
                .says(
                        "warning: port 80 is reached from outside",
                        "apiVersion: v1",
                        API,
                        also(HTTP, "type: LoadBalancer"))
                .keepsStill(API, HTTP)
                .saysIn(
                        "osm:0.9",
                        "warning: port 80 is reached from outside of the mesh (Service type LoadBalancer), and"
                                + " osm:0.9 lets in only what an Ingress leads to",
                        "",
                        API,
                        also(HTTP, "type: LoadBalancer"));

        cases.rule("SMI-ING-02")
                .says(
                        "error: 80 is the port of Service a/w, not of its pods",
                        "80,",
                        WORKLOAD,
                        SERVICE,
                        ingress("i", backend("w", 80, "http"), RANGE))
                .says(
                        "error: 9 is no port of the pods of Service a/w",
                        "9,",
                        WORKLOAD,
                        SERVICE,
                        ingress("i", backend("w", 9, "http"), RANGE))
                .says(
                        "warning: no manifest defines Service x in namespace a",
                        "{name: x",
                        WORKLOAD,
                        ingress("i", backend("x", 9, "http"), RANGE))
                .says(
                        "warning: no manifest defines Service w in namespace b",
                        "{name: w",
                        WORKLOAD,
                        SERVICE,
                        ingress("i", BACKEND, RANGE).replace("namespace: a", "namespace: b"))
                .says(
                        "error: Service a/w is headless and names the pods of a StatefulSet",
                        "{name: w",
                        WORKLOAD.replace("kind: Deployment", "kind: StatefulSet")
                                .replace("spec:\n  selector", "spec:\n  serviceName: w\n  selector"),
                        also(SERVICE, "clusterIP: None"),
                        ingress("i", BACKEND, RANGE))
                .keepsStill(SERVICE, ingress("i", backend("w", 9, "http"), RANGE))
                .keepsStill(
                        WORKLOAD,
                        service("w", "{port: 80, targetPort: unknown}"),
                        ingress("i", backend("w", 80, "http"), RANGE));

        cases.rule("SMI-ING-03")
                .says(
                        "error: it opens w:8080, as IngressBackend a/i does",
                        "{name: w",
                        WORKLOAD,
                        SERVICE,
                        ingress("i", BACKEND, RANGE),
                        ingress("j", BACKEND, "{kind: IPRange, name: 198.51.100.0/24}"))
                .says("error: it opens w:8080 twice", "{name: w", ingress("i", BACKEND + ", " + BACKEND, RANGE))
                .keepsStill(ingress(
                        "i", BACKEND + ", " + backend("w", 9, "http") + ", " + backend("x", 8080, "http"), RANGE));

        cases.rule("SMI-ING-04")
                .says(
                        "warning: Service a/none selects no pods of the manifests",
                        "{kind: Service",
                        WORKLOAD,
                        service("none", "{port: 80}"),
                        ingress("i", BACKEND, source("none")))
                .keepsStill(WORKLOAD, ingress("i", BACKEND, "{kind: Service, name: x, namespace: elsewhere}"))
                .keepsStill(
                        service("x", "{port: 80}").replace("selector: {app: x}", "type: ClusterIP"),
                        ingress("i", BACKEND, source("x")));

        cases.rule("SMI-ING-05")
                .says(
                        "error: no source says which addresses may call w",
                        "{name: w",
                        ingress("i", BACKEND, "{kind: AuthenticatedPrincipal, name: x.y.cluster.local}"))
                .says(
                        "info: it lets in every address",
                        "{kind: IPRange",
                        ingress("i", BACKEND, "{kind: IPRange, name: 0.0.0.0/0}"))
                .keepsStill(ingress("i", SECURE, "{kind: AuthenticatedPrincipal, name: x.y.cluster.local}"))
                .keepsStill(ingress("i", BACKEND, RANGE));

        cases.rule("SMI-ING-06")
                .says(
                        "error: no source of kind AuthenticatedPrincipal says who may call w over https",
                        "{name: w",
                        ingress("i", SECURE.replace("}}", "}, tls: {skipClientCertValidation: true}}"), RANGE))
                .says(
                        "warning: principal x.y lacks the trust domain",
                        "{kind: Auth",
                        ingress("i", SECURE, "{kind: AuthenticatedPrincipal, name: x.y}"))
                .keepsStill(ingress("i", SECURE, RANGE))
                .keepsStill(ingress("i", SECURE, "{kind: AuthenticatedPrincipal, name: '*'}"))
                .keepsStill(ingress("i", BACKEND, ""));

        cases.rule("SMI-ING-07")
                .says(
                        "error: source Service x names no namespace",
                        "{kind: Service",
                        ingress("i", BACKEND, "{kind: Service, name: x}"))
                .says(
                        "error: IPRange 203.0.113.1 is no range of addresses",
                        "{kind: IPRange",
                        ingress("i", BACKEND, "{kind: IPRange, name: 203.0.113.1}"))
                .says(
                        "error: source kind \"User\" is not known",
                        "{kind: User",
                        ingress("i", BACKEND, "{kind: User, name: x}"))
                .says("error: protocol \"grpc\" is not known", "grpc}", ingress("i", backend("w", 8080, "grpc"), RANGE))
                .keepsStillIn("fsm:1.5", ingress("i", backend("w", 8080, "grpc"), RANGE))
                .keepsStill(ingress("i", backend("w", 8080, "HTTP"), "{kind: IPRange, name: '2001:db8::/32'}"));

        cases.rule("SMI-ING-08")
                .says(
                        "warning: it opens port 8080 of w through Service x, which is open to the same callers",
                        "{name: x",
                        WORKLOAD,
                        SERVICE,
                        over(service("x", "{port: 90, targetPort: 8080}"), "w"),
                        ingress("i", BACKEND, RANGE),
                        ingress("j", backend("x", 8080, "http"), RANGE))
                .keepsStill(
                        WORKLOAD,
                        SERVICE,
                        over(service("x", "{port: 90, targetPort: 8080}"), "w"),
                        ingress("i", BACKEND, RANGE),
                        ingress("j", backend("x", 8080, "http"), "{kind: IPRange, name: 198.51.100.0/24}"));

        cases.rule("SMI-ING-09")
                .says(
                        "warning: Prometheus is to fetch metrics from port 8080 of its pods",
                        "'true'",
                        annotated(workload("w", "ports: [{containerPort: 8080}]"), "prometheus.io/scrape: 'true'"),
                        object("monitoring.coreos.com/v1", "PodMonitor", "m", "{}"))
                .keepsStill(
                        annotated(workload("w", "ports: [{containerPort: 8080}]"), "prometheus.io/scrape: 'true'"),
                        namespace("a").replace("enabled}", "enabled, openservicemesh.io/metrics: enabled}"))
                .keepsStill(annotated(workload("w", "ports: [{containerPort: 8080}]"), "prometheus.io/scrape: 'false'"))
                .keepsStill(
                        annotated(workload("w", "ports: [{containerPort: 8080}]"), "prometheus.io/scrape: 'true'"),
                        SERVICE,
                        ingress("i", BACKEND, RANGE));

        cases.rule("SMI-ING-10")
                .says(
                        "warning: the mesh does not watch namespace edge, where Service edge/proxy is",
                        "{kind: Service",
                        namespace("edge").replace("labels: {openservicemesh.io/monitored-by: osm}", "labels: {}"),
                        ingress("i", BACKEND, "{kind: Service, name: proxy, namespace: edge}"))
                .keepsStill(ingress("i", BACKEND, "{kind: Service, name: proxy, namespace: edge}"));
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
}
