package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.verify.RuleManifests.API;
import static io.github.meshready.smi.verify.RuleManifests.CALLER;
import static io.github.meshready.smi.verify.RuleManifests.HTTP;
import static io.github.meshready.smi.verify.RuleManifests.OFF;
import static io.github.meshready.smi.verify.RuleManifests.WEB;
import static io.github.meshready.smi.verify.RuleManifests.WORKLOAD;
import static io.github.meshready.smi.verify.RuleManifests.annotated;
import static io.github.meshready.smi.verify.RuleManifests.config;
import static io.github.meshready.smi.verify.RuleManifests.object;
import static io.github.meshready.smi.verify.RuleManifests.pods;
import static io.github.meshready.smi.verify.RuleManifests.policy;
import static io.github.meshready.smi.verify.RuleManifests.service;
import static io.github.meshready.smi.verify.RuleManifests.workload;

/** Cases of the rules about probes, and about pods that a sidecar does not suit. */
final class PodRuleCases {

    private static final String KEPT = "openservicemesh.io/inbound-port-exclusion-list: '9000'";

    private PodRuleCases() {}

    static void addTo(RuleCases cases) {
        cases.rule("SMI-PROBE-01")
                .says(
                        "error: container c has a livenessProbe over HTTP, and so has container d",
                        "1}",
                        probes("{path: /x, port: 1}", "{path: /x, port: 2}"))
                .keepsStill(probes("{path: /x, port: 1}", "{path: /x, port: 1}"))
                .keepsStill(annotated(probes("{port: 1}", "{port: 2}"), OFF))
                .keepsStillIn("fsm:1.5", probes("{port: 1}", "{port: 2}"))
                .keepsStill(probes("{port: 1}", "{port: 2}").replaceFirst("livenessProbe", "startupProbe"));

        cases.rule("SMI-PROBE-02")
                .says(
                        "error: its startupProbe is of type grpc, which osm:1.2 does not rewrite",
                        "9000",
                        workload("w", "startupProbe: {grpc: {port: 9000}}"))
                .saysIn(
                        "osm:1.0",
                        "error: its livenessProbe is of type tcpSocket, which osm:1.0 does not rewrite",
                        "9000",
                        workload("w", "livenessProbe: {tcpSocket: {port: 9000}}"))
                .keepsStill(workload("w", "livenessProbe: {tcpSocket: {port: 9000}}"))
                .keepsStill(annotated(workload("w", "livenessProbe: {grpc: {port: 9000}}"), KEPT))
                .keepsStill(
                        workload("w", "livenessProbe: {grpc: {port: 9000}}"),
                        service("w", "{port: 9000}"),
                        policy(
                                "IngressBackend",
                                "i",
                                "{backends: [{name: w, port: {number: 9000, protocol: http}}], sources: []}"));

        cases.rule("SMI-PROBE-03")
                .says(
                        "warning: its livenessProbe asks port web, and container c has no port of that name",
                        "web",
                        workload("w", "livenessProbe: {tcpSocket: {port: web}}"))
                .says(
                        "warning: its preStop hook asks over HTTP",
                        "8080",
                        workload("w", "lifecycle: {preStop: {httpGet: {path: /stop, port: 8080}}}"))
                .keepsStill(workload("w", "lifecycle: {preStop: {httpGet: {host: db, path: /stop, port: 8080}}}"))
                .keepsStill(annotated(workload("w", "lifecycle: {postStart: {httpGet: {port: 9000}}}"), KEPT))
                .keepsStill(workload("w", "lifecycle: {preStop: {exec: {command: [stop]}}}"));

        cases.rule("SMI-POD-01")
                .says(
                        "warning: its pods must not run as root",
                        "true",
                        pods(WORKLOAD, "securityContext: {runAsNonRoot: true}"))
                .keepsStill(pods(
                        workload("w", "securityContext: {runAsUser: 1000}"), "securityContext: {runAsNonRoot: true}"))
                .keepsStill(workload("w", "securityContext: {runAsNonRoot: true}"));

        cases.rule("SMI-POD-02")
                .says(
                        "warning: its pods get a sidecar",
                        "",
                        WEB.replace("apps/v1", "batch/v1").replace("kind: Deployment", "kind: Job"))
                .keepsStill(annotated(
                        WEB.replace("apps/v1", "batch/v1").replace("kind: Deployment", "kind: Job"),
                        "openservicemesh.io/sidecar-injection: disabled"));

        cases.rule("SMI-POD-03")
                .says(
                        "error: its init container i calls a/api:80",
                        "'--api",
                        pods(WEB, "initContainers: [{name: i, image: x, args: ['--api=http://api']}]"),
                        API,
                        HTTP)
                .keepsStill(CALLER, API, HTTP);

        cases.rule("SMI-POD-05")
                .says(
                        "error: it enforces the pod security standard restricted",
                        "restricted",
                        secured("restricted"),
                        WORKLOAD)
                .saysIn(
                        "fsm:1.5",
                        "warning: it enforces the pod security standard baseline",
                        "baseline",
                        secured("baseline"),
                        WORKLOAD)
                .keepsStill(secured("baseline"), annotated(WORKLOAD, OFF));

        cases.rule("SMI-POD-06")
                .says(
                        "warning: its pods run on Windows",
                        "windows",
                        pods(WORKLOAD, "nodeSelector: {beta.kubernetes.io/os: windows}"))
                .keepsStill(pods(WORKLOAD, "nodeSelector: {kubernetes.io/os: linux}"));

        cases.rule("SMI-POD-07")
                .says(
                        "warning: its command tells it to listen at the pod's own address only",
                        "'--listen-address=$(IP):80'",
                        bound("'--listen-address=$(IP):80'"),
                        service("w", "{port: 80}"))
                .says(
                        "info: the members of its cluster call each other on port 2888",
                        "apiVersion: apps/v1",
                        WORKLOAD.replace("example/w", "bitnami/zookeeper:3"),
                        service("w", "{port: 2888, appProtocol: tcp}"))
                .keepsStill(bound("'--advertise-bind-address=$(IP)'"), service("w", "{port: 80}"))
                .keepsStill(bound("'--bind-address=$(OTHER)'"), service("w", "{port: 80}"))
                .keepsStill(bound("'--bind-address=$(IP)'"))
                .keepsStill(
                        bound("'--bind-address=$(IP)'"),
                        service("w", "{port: 80}"),
                        config("{sidecar: {localProxyMode: PodIP}}"))
                .keepsStill(
                        WORKLOAD.replace("example/w", "zookeeper:3"), service("w", "{port: 2181, appProtocol: tcp}"));

        cases.rule("SMI-POD-09")
                .says(
                        "warning: its nginx passes requests on without saying proxy_http_version",
                        "\"server {",
                        nginx("server { location / { proxy_pass http://api; } }"),
                        workload("api"),
                        service("api", "{port: 80}"))
                .keepsStill(
                        nginx("proxy_http_version 1.1; server { location / { proxy_pass http://api; } }"),
                        workload("api"),
                        service("api", "{port: 80}"))
                .keepsStill(nginx("server { location / { proxy_pass http://example.com; } }"));

        cases.rule("SMI-POD-10")
                .says(
                        "warning: it scales pods with a sidecar by how much of the requested cpu they use",
                        "70",
                        WORKLOAD,
                        scaler("targetCPUUtilizationPercentage: 70"))
                .says(
                        "warning: it limits limits.memory of a namespace whose pods get a sidecar",
                        "1Gi",
                        WORKLOAD,
                        object("v1", "ResourceQuota", "q", "{hard: {pods: 9, limits.memory: 1Gi}}"))
                .keepsStill(
                        WORKLOAD,
                        scaler("targetCPUUtilizationPercentage: 70"),
                        config("{sidecar: {resources: {requests: {cpu: 100m}}}}"))
                .keepsStill(
                        WORKLOAD,
                        scaler("targetCPUUtilizationPercentage: 70"),
                        object("v1", "LimitRange", "l", "{limits: [{type: Container, defaultRequest: {cpu: 10m}}]}"))
                .keepsStill(
                        WORKLOAD,
                        scaler("metrics: [{type: Resource, resource: {name: cpu, target: {type: AverageValue}}}]"))
                .keepsStill(
                        annotated(WORKLOAD, OFF),
                        scaler("targetCPUUtilizationPercentage: 70"),
                        object("v1", "ResourceQuota", "q", "{hard: {limits.memory: 1Gi}}"))
                .keepsStill(WORKLOAD, object("v1", "ResourceQuota", "q", "{hard: {pods: 9}}"));

        cases.rule("SMI-POD-11")
                .says(
                        "warning: port 8080 of its pods is a port of their nodes as well",
                        "80}",
                        workload("w", "ports: [{containerPort: 8080, hostPort: 80}]"))
                .keepsStill(annotated(workload("w", "ports: [{containerPort: 9000, hostPort: 80}]"), KEPT))
                .keepsStill(workload("w", "ports: [{containerPort: 53, hostPort: 53, protocol: UDP}]"));
    }

    /** A workload with two containers that have a probe each. */
    private static String probes(String one, String other) {
        return WORKLOAD.replace(
                "- name: c\n        image: example/w\n",
                "- {name: c, image: x, livenessProbe: {httpGet: %s}}\n      - {name: d, image: y, livenessProbe: {httpGet: %s}}\n"
                        .formatted(one, other));
    }

    private static String secured(String standard) {
        return namespace("a").replace("osm}", "osm, pod-security.kubernetes.io/enforce: " + standard + "}");
    }

    /** A workload whose variable IP is the address of its pods. */
    private static String bound(String argument) {
        return workload(
                "w", "args: [" + argument + "]", "env: [{name: IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]");
    }

    private static String nginx(String text) {
        return pods(
                        workload("w", "volumeMounts: [{name: v, mountPath: /etc/nginx}]"),
                        "volumes: [{name: v, configMap: {name: m}}]")
                + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: a}\ndata: {nginx.conf: \""
                + text
                + "\"}\n";
    }

    private static String scaler(String metric) {
        return object(
                "autoscaling/v2",
                "HorizontalPodAutoscaler",
                "h",
                "{scaleTargetRef: {kind: Deployment, name: w}, " + metric + "}");
    }
}
