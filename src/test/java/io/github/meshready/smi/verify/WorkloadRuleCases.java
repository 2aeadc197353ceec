package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.verify.RuleCase.also;
import static io.github.meshready.smi.verify.RuleCase.annotated;
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

/** Cases of the rules about namespaces, pods, Services and protocols. */
final class WorkloadRuleCases {

    private static final String OFF = "openservicemesh.io/sidecar-injection: disabled";
    private static final String PERMISSIVE = config("{traffic: {enablePermissiveTrafficPolicyMode: true}}");
    private static final String KEPT = "openservicemesh.io/inbound-port-exclusion-list: '9000'";

    private WorkloadRuleCases() {}

    static List<RuleCase> all() {
        return List.of(
                says(
                        "SMI-PROBE-01",
                        "error: container c has a livenessProbe over HTTP, and so has container d",
                        "1}",
                        probes("{path: /x, port: 1}", "{path: /x, port: 2}")),
                keepsStill("SMI-PROBE-01", probes("{path: /x, port: 1}", "{path: /x, port: 1}")),
                keepsStill("SMI-PROBE-01", annotated(probes("{port: 1}", "{port: 2}"), OFF)),
                keepsStill("SMI-PROBE-01", probes("{port: 1}", "{port: 2}")).with("fsm:1.5"),
                keepsStill(
                        "SMI-PROBE-01", probes("{port: 1}", "{port: 2}").replaceFirst("livenessProbe", "startupProbe")),
                says(
                        "SMI-PROBE-02",
                        "error: its startupProbe is of type grpc, which osm:1.2 does not rewrite",
                        "9000",
                        workload("w", "startupProbe: {grpc: {port: 9000}}")),
                says(
                                "SMI-PROBE-02",
                                "error: its livenessProbe is of type tcpSocket, which osm:1.0 does not rewrite",
                                "9000",
                                workload("w", "livenessProbe: {tcpSocket: {port: 9000}}"))
                        .with("osm:1.0"),
                keepsStill("SMI-PROBE-02", workload("w", "livenessProbe: {tcpSocket: {port: 9000}}")),
                keepsStill("SMI-PROBE-02", annotated(workload("w", "livenessProbe: {grpc: {port: 9000}}"), KEPT)),
                keepsStill(
                        "SMI-PROBE-02",
                        workload("w", "livenessProbe: {grpc: {port: 9000}}"),
                        service("w", "{port: 9000}"),
                        policy(
                                "IngressBackend",
                                "i",
                                "{backends: [{name: w, port: {number: 9000, protocol: http}}], sources: []}")),
                says(
                        "SMI-PROBE-03",
                        "warning: its livenessProbe asks port web, and container c has no port of that name",
                        "web",
                        workload("w", "livenessProbe: {tcpSocket: {port: web}}")),
                says(
                        "SMI-PROBE-03",
                        "warning: its preStop hook asks over HTTP",
                        "8080",
                        workload("w", "lifecycle: {preStop: {httpGet: {path: /stop, port: 8080}}}")),
                keepsStill(
                        "SMI-PROBE-03",
                        workload("w", "lifecycle: {preStop: {httpGet: {host: db, path: /stop, port: 8080}}}")),
                keepsStill(
                        "SMI-PROBE-03",
                        annotated(workload("w", "lifecycle: {postStart: {httpGet: {port: 9000}}}"), KEPT)),
                keepsStill("SMI-PROBE-03", workload("w", "lifecycle: {preStop: {exec: {command: [stop]}}}")),
                says(
                        "SMI-POD-01",
                        "warning: its pods must not run as root",
                        "true",
                        pods(workload("w"), "securityContext: {runAsNonRoot: true}")),
                keepsStill(
                        "SMI-POD-01",
                        pods(
                                workload("w", "securityContext: {runAsUser: 1000}"),
                                "securityContext: {runAsNonRoot: true}")),
                keepsStill("SMI-POD-01", workload("w", "securityContext: {runAsNonRoot: true}")),
                says(
                        "SMI-POD-05",
                        "error: it enforces the pod security standard restricted",
                        "restricted",
                        secured("restricted"),
                        workload("w")),
                says(
                                "SMI-POD-05",
                                "warning: it enforces the pod security standard baseline",
                                "baseline",
                                secured("baseline"),
                                workload("w"))
                        .with("fsm:1.5"),
                keepsStill("SMI-POD-05", secured("baseline"), annotated(workload("w"), OFF)),
                says(
                        "SMI-POD-06",
                        "warning: its pods run on Windows",
                        "windows",
                        pods(workload("w"), "nodeSelector: {beta.kubernetes.io/os: windows}")),
                keepsStill("SMI-POD-06", pods(workload("w"), "nodeSelector: {kubernetes.io/os: linux}")),
                says(
                        "SMI-POD-07",
                        "warning: its command tells it to listen at the pod's own address only",
                        "'--listen-address=$(IP):80'",
                        bound("'--listen-address=$(IP):80'"),
                        service("w", "{port: 80}")),
                says(
                        "SMI-POD-07",
                        "info: the members of its cluster call each other on port 2888",
                        "apiVersion: apps/v1",
                        workload("w").replace("example/w", "bitnami/zookeeper:3"),
                        service("w", "{port: 2888, appProtocol: tcp}")),
                keepsStill("SMI-POD-07", bound("'--advertise-bind-address=$(IP)'"), service("w", "{port: 80}")),
                keepsStill("SMI-POD-07", bound("'--bind-address=$(OTHER)'"), service("w", "{port: 80}")),
                keepsStill("SMI-POD-07", bound("'--bind-address=$(IP)'")),
                keepsStill(
                        "SMI-POD-07",
                        bound("'--bind-address=$(IP)'"),
                        service("w", "{port: 80}"),
                        config("{sidecar: {localProxyMode: PodIP}}")),
                keepsStill(
                        "SMI-POD-07",
                        workload("w").replace("example/w", "zookeeper:3"),
                        service("w", "{port: 2181, appProtocol: tcp}")),
                says(
                        "SMI-POD-09",
                        "warning: its nginx passes requests on without saying proxy_http_version",
                        "\"server {",
                        nginx("server { location / { proxy_pass http://api; } }"),
                        workload("api"),
                        service("api", "{port: 80}")),
                keepsStill(
                        "SMI-POD-09",
                        nginx("proxy_http_version 1.1; server { location / { proxy_pass http://api; } }"),
                        workload("api"),
                        service("api", "{port: 80}")),
                keepsStill("SMI-POD-09", nginx("server { location / { proxy_pass http://example.com; } }")),
                says(
                        "SMI-POD-10",
                        "warning: it scales pods with a sidecar by how much of the requested cpu they use",
                        "70",
                        workload("w"),
                        scaler("targetCPUUtilizationPercentage: 70")),
                says(
                        "SMI-POD-10",
                        "warning: it limits limits.memory of a namespace whose pods get a sidecar",
                        "1Gi",
                        workload("w"),
                        object("v1", "ResourceQuota", "q", "{hard: {pods: 9, limits.memory: 1Gi}}")),
                keepsStill(
                        "SMI-POD-10",
                        workload("w"),
                        scaler("targetCPUUtilizationPercentage: 70"),
                        config("{sidecar: {resources: {requests: {cpu: 100m}}}}")),
                keepsStill(
                        "SMI-POD-10",
                        workload("w"),
                        scaler("targetCPUUtilizationPercentage: 70"),
                        object("v1", "LimitRange", "l", "{limits: [{type: Container, defaultRequest: {cpu: 10m}}]}")),
                keepsStill(
                        "SMI-POD-10",
                        workload("w"),
                        scaler("metrics: [{type: Resource, resource: {name: cpu, target: {type: AverageValue}}}]")),
                keepsStill(
                        "SMI-POD-10",
                        annotated(workload("w"), OFF),
                        scaler("targetCPUUtilizationPercentage: 70"),
                        object("v1", "ResourceQuota", "q", "{hard: {limits.memory: 1Gi}}")),
                keepsStill("SMI-POD-10", workload("w"), object("v1", "ResourceQuota", "q", "{hard: {pods: 9}}")),
                says(
                        "SMI-POD-11",
                        "warning: port 8080 of its pods is a port of their nodes as well",
                        "80}",
                        workload("w", "ports: [{containerPort: 8080, hostPort: 80}]")),
                keepsStill(
                        "SMI-POD-11", annotated(workload("w", "ports: [{containerPort: 9000, hostPort: 80}]"), KEPT)),
                keepsStill("SMI-POD-11", workload("w", "ports: [{containerPort: 53, hostPort: 53, protocol: UDP}]")),
                says(
                        "SMI-INJ-02",
                        "warning: annotation openservicemesh.io/sidecar-injection stands at the Deployment",
                        "disabled",
                        atWorkload("disabled")),
                says(
                        "SMI-INJ-02",
                        "warning: annotation openservicemesh.io/sidecar-injection stands at the CronJob",
                        "disabled",
                        """
                        apiVersion: batch/v1
                        kind: CronJob
                        metadata: {name: j, namespace: a}
                        spec:
                          jobTemplate:
                            metadata: {annotations: {openservicemesh.io/sidecar-injection: disabled}}
                            spec: {template: {spec: {containers: [{name: c, image: x}]}}}
                        """),
                keepsStill("SMI-INJ-02", atWorkload("enabled")),
                keepsStill("SMI-INJ-02", annotated(atWorkload("disabled"), OFF)),
                says(
                        "SMI-INJ-03",
                        "warning: its pods use the host's network, and TrafficTarget a/t names their account",
                        "true",
                        pods(workload("w"), "hostNetwork: true"),
                        target("a", "t", "w", "x", "{kind: TCPRoute, name: r}")),
                keepsStill(
                                "SMI-INJ-03",
                                annotated(
                                        pods(workload("w"), "hostNetwork: true"),
                                        "openservicemesh.io/sidecar-injection: enabled"))
                        .with("osm:0.11"),
                keepsStill("SMI-INJ-03", annotated(workload("w"), "openservicemesh.io/sidecar-injection: enabled")),
                says(
                        "SMI-INJ-04",
                        "error: annotation openservicemesh.io/inbound-port-exclusion-list holds 70000, which is no port",
                        "'80, 70000'",
                        annotated(workload("w"), "openservicemesh.io/inbound-port-exclusion-list: '80, 70000'")),
                says(
                        "SMI-INJ-04",
                        "error: annotation openservicemesh.io/outbound-ip-range-exclusion-list holds 10.0.0.1, which is",
                        "10.0.0.1",
                        annotated(workload("w"), "openservicemesh.io/outbound-ip-range-exclusion-list: 10.0.0.1")),
                says(
                        "SMI-INJ-04",
                        "error: annotation openservicemesh.io/outbound-port-exclusion-list holds an empty item",
                        "''",
                        annotated(workload("w"), "openservicemesh.io/outbound-port-exclusion-list: ''")),
                keepsStill(
                        "SMI-INJ-04",
                        annotated(workload("w"), "openservicemesh.io/outbound-port-exclusion-list: ' 1 , 65535 '")),
                keepsStill(
                        "SMI-INJ-04",
                        annotated(workload("w"), "openservicemesh.io/outbound-port-exclusion-list: x, " + OFF)),
                says(
                        "SMI-INJ-06",
                        "warning: annotation openservicemesh.io/outbound-port-exclusion-list comes to 16 ports",
                        "'1,2,",
                        annotated(
                                workload("w"),
                                "openservicemesh.io/outbound-port-exclusion-list: '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15'"),
                        config("{traffic: {outboundPortExclusionList: [15, 16]}}")),
                says(
                        "SMI-INJ-06",
                        "warning: annotation openservicemesh.io/outbound-ip-range-inclusion-list holds 2001:db8::/32",
                        "'2001",
                        annotated(
                                workload("w"), "openservicemesh.io/outbound-ip-range-inclusion-list: '2001:db8::/32'")),
                keepsStill(
                        "SMI-INJ-06",
                        annotated(workload("w"), "openservicemesh.io/outbound-ip-range-inclusion-list: 0.0.0.0/0")),
                keepsStill(
                        "SMI-INJ-06",
                        annotated(
                                workload("w"),
                                "openservicemesh.io/outbound-port-exclusion-list: '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15'"),
                        config("{traffic: {inboundPortExclusionList: [16]}}")),
                says(
                        "SMI-INJ-08",
                        "error: its pods have a volume envoy-bootstrap-config-volume",
                        "envoy-bootstrap",
                        pods(workload("w"), "volumes: [{name: envoy-bootstrap-config-volume, emptyDir: {}}]")),
                says(
                        "SMI-INJ-08",
                        "error: its pods have a container osm-healthcheck",
                        "osm-healthcheck",
                        workload("w", "livenessProbe: {tcpSocket: {port: 80}}")
                                .replace("- name: c", "- name: osm-healthcheck")),
                keepsStill("SMI-INJ-08", workload("w").replace("- name: c", "- name: osm-healthcheck")),
                says(
                        "SMI-INJ-09",
                        "error: its containers run as user 1500",
                        "1500",
                        workload("w", "securityContext: {runAsUser: 1500}")),
                says(
                        "SMI-INJ-09",
                        "warning: its pods listen on port 15902",
                        "15902",
                        workload("w", "ports: [{containerPort: 15902}]")),
                keepsStill("SMI-INJ-09", workload("w", "ports: [{containerPort: 15000, protocol: UDP}]")),
                says(
                        "SMI-INJ-10",
                        "warning: annotation prometheus.io/path is replaced by the mesh",
                        "/metrics",
                        annotated(workload("w"), "prometheus.io/path: /metrics"),
                        namespace("a").replace("enabled}", "enabled, openservicemesh.io/metrics: 'Yes'}")),
                keepsStill(
                        "SMI-INJ-10",
                        annotated(workload("w"), "prometheus.io/port: '15010'"),
                        namespace("a").replace("enabled}", "enabled, openservicemesh.io/metrics: enabled}")),
                says(
                        "SMI-NS-02",
                        "error: it is to be watched by the mesh, and carries the label control-plane",
                        "x",
                        namespace("a").replace("osm}", "osm, control-plane: x}")),
                says(
                        "SMI-NS-02",
                        "error: it is to be watched by the mesh, and carries the label name: osm-system",
                        "osm-system",
                        namespace("a").replace("osm}", "osm, name: osm-system}")),
                keepsStill("SMI-NS-02", namespace("a").replace("osm}", "osm, name: a}")),
                keepsStill("SMI-NS-02", namespace("a").replace("osm}", "other, control-plane: x}")),
                says(
                        "SMI-NS-03",
                        "error: it is to be watched by the mesh, and belongs to the mesh itself",
                        "osm}",
                        namespace("osm-system")),
                keepsStill("SMI-NS-03", namespace("kube-system").replace("labels: {", "labels: {x: z} #")),
                says(
                        "SMI-NS-04",
                        "warning: it is to be watched by the mesh, and holds Service kubernetes",
                        "osm}",
                        namespace("default"),
                        PERMISSIVE),
                keepsStill("SMI-NS-04", namespace("default")),
                says(
                        "SMI-SVC-02",
                        "warning: targetPort http is 1 at w, 2 at x",
                        "http}",
                        workload("w", "ports: [{name: http, containerPort: 1}]"),
                        workload("x", "ports: [{name: http, containerPort: 2}]").replace("app: x", "app: w"),
                        service("w", "{port: 80, targetPort: http}")),
                keepsStill("SMI-SVC-02", workload("w"), service("w", "{port: 80, targetPort: 8080}")),
                keepsStill("SMI-SVC-02", annotated(workload("w"), OFF), service("w", "{port: 80, targetPort: http}")),
                says(
                        "SMI-SVC-03",
                        "warning: headless Service a/w leads to the same pods on the same port 80",
                        "{port: 80}",
                        workload("w"),
                        headless("w", "{port: 80}"),
                        over(headless("x", "{port: 80}"), "w")),
                says(
                        "SMI-SVC-03",
                        "error: headless Service a/w leads to the same pods on the same port 80",
                        "{port: 80}",
                        workload("w"),
                        workload("c", env("W", "http://w")),
                        headless("w", "{port: 80}"),
                        over(headless("x", "{port: 80}"), "w")),
                keepsStill(
                        "SMI-SVC-03",
                        workload("w"),
                        headless("w", "{port: 80}"),
                        over(headless("x", "{port: 81}"), "w")),
                says(
                        "SMI-SVC-05",
                        "warning: it is headless, and its port 80 is not the port 8080 of its pods",
                        "http}",
                        workload("w", "ports: [{name: http, containerPort: 8080}]"),
                        headless("w", "{port: 80, targetPort: http}")),
                keepsStill("SMI-SVC-05", workload("w"), service("w", "{port: 80, targetPort: 8080}")),
                says(
                        "SMI-SVC-06",
                        "warning: it has no selector, and its namespace is watched by the mesh",
                        "apiVersion: v1",
                        service("w", "{port: 80}").replace("selector: {app: w}", "type: ClusterIP"),
                        PERMISSIVE),
                keepsStill("SMI-SVC-06", service("w", "{port: 80}").replace("selector: {app: w}", "type: ClusterIP")),
                keepsStill(
                        "SMI-SVC-06",
                        service("w", "{port: 80}")
                                .replace("selector: {app: w}", "type: ExternalName\n  externalName: example.com"),
                        PERMISSIVE),
                says(
                        "SMI-SVC-07",
                        "warning: its pods are called one in headless Service w",
                        "one",
                        pods(pods(workload("w"), "hostname: one"), "subdomain: w"),
                        headless("w", "{port: 80}")),
                keepsStill(
                                "SMI-SVC-07",
                                pods(pods(workload("w"), "hostname: one"), "subdomain: w"),
                                headless("w", "{port: 80}"))
                        .with("osm:1.1"),
                keepsStill("SMI-SVC-07", pods(workload("w"), "hostname: one"), headless("w", "{port: 80}")),
                says(
                        "SMI-SVC-09",
                        "info: port 53 carries UDP",
                        "{port: 53",
                        workload("w"),
                        service("w", "{port: 53, protocol: UDP}")),
                says(
                        "SMI-SVC-09",
                        "warning: it has an IPv6 address",
                        "[IPv4, IPv6]",
                        workload("w"),
                        also(service("w", "{port: 80}"), "ipFamilies: [IPv4, IPv6]")),
                keepsStill(
                        "SMI-SVC-09",
                        workload("w"),
                        also(service("w", "{port: 80}"), "ipFamilyPolicy: PreferDualStack")),
                says(
                                "SMI-PROTO-02",
                                "warning: port 9999 is named tcp-gossip and has no appProtocol",
                                "tcp-gossip",
                                workload("w"),
                                service("w", "{name: tcp-gossip, port: 9999}"))
                        .with("osm:1.1"),
                keepsStill("SMI-PROTO-02", workload("w"), service("w", "{name: tcp-gossip, port: 9999}")),
                keepsStill("SMI-PROTO-02", workload("w"), service("w", "{name: http, port: 9999}")),
                says(
                        "SMI-PROTO-04",
                        "warning: the mesh takes port 8080 for http, and variable SERVER_SSL_KEY_STORE switches TLS on",
                        "http}",
                        workload("w", env("SERVER_SSL_KEY_STORE", "/keys")),
                        service("w", "{port: 8080, appProtocol: http}")),
                keepsStill(
                        "SMI-PROTO-04",
                        workload(
                                "w",
                                "env: [{name: SERVER_SSL_KEY_STORE, value: /k}, {name: SERVER_SSL_ENABLED, value: 'false'}]"),
                        service("w", "{port: 8080}")),
                keepsStill(
                        "SMI-PROTO-04",
                        workload("w", "readinessProbe: {httpGet: {port: 8443, scheme: HTTPS}}"),
                        service("w", "{name: http, port: 8080}")),
                keepsStill(
                        "SMI-PROTO-04",
                        workload(
                                "w",
                                "env: [{name: SERVER_SSL_ENABLED, value: 'true'}, {name: SERVER_PORT, value: '8443'}]"),
                        service("w", "{port: 8080}")),
                says(
                        "SMI-PROTO-05",
                        "warning: port 25 is marked tcp, and port 25 says that the server speaks first",
                        "{name: tcp-x",
                        workload("w"),
                        service("w", "{name: tcp-x, port: 25}")),
                keepsStill("SMI-PROTO-05", workload("w"), service("w", "{port: 5432, appProtocol: tcp}")),
                keepsStill(
                        "SMI-PROTO-05",
                        workload("w"),
                        service("w", "{port: 3306, appProtocol: tcp}"),
                        config("{featureFlags: {enableEgressPolicy: false}}")),
                keepsStill("SMI-PROTO-05", workload("w"), service("w", "{port: 3306, appProtocol: tcp}"))
                        .with("osm:0.9"),
                says(
                        "SMI-PROTO-07",
                        "warning: appProtocol of port 80 is HTTP",
                        "HTTP}",
                        workload("w"),
                        service("w", "{port: 80, appProtocol: HTTP}")),
                keepsStill("SMI-PROTO-07", workload("w"), service("w", "{port: 80, appProtocol: gRPC}")),
                keepsStill("SMI-PROTO-07", workload("w"), service("w", "{port: 80, appProtocol: Redis}")),
                says(
                        "SMI-PROTO-08",
                        "info: port 80 is named tcp-x, and its appProtocol is http",
                        "http}",
                        workload("w"),
                        service("w", "{name: tcp-x, port: 80, appProtocol: http}")),
                keepsStill("SMI-PROTO-08", workload("w"), service("w", "{name: http-x, port: 80, appProtocol: grpc}")),
                keepsStill("SMI-PROTO-08", workload("w"), service("w", "{name: x-http, port: 80, appProtocol: tcp}")),
                says(
                        "SMI-PROTO-09",
                        "warning: it lets calls out on port 3306 by host, and c calls Service a/w on the same number",
                        "{number: 3306",
                        collision("http")),
                keepsStill("SMI-PROTO-09", collision("tcp")),
                says(
                        "SMI-TT-14",
                        "warning: such pods call each other on port 9300",
                        "{port: 9300",
                        peers(3),
                        service("w", "{port: 9300, appProtocol: tcp}")),
                keepsStill("SMI-TT-14", peers(1), service("w", "{port: 9300, appProtocol: tcp}")),
                keepsStill("SMI-TT-14", peers(3), service("w", "{port: 9300, appProtocol: tcp}"), PERMISSIVE),
                keepsStill(
                        "SMI-TT-14",
                        peers(3),
                        service("w", "{port: 9300, appProtocol: tcp}"),
                        target("a", "t", "w", "w", "{kind: TCPRoute, name: r}"),
                        tcpRoute("a", "r", "9300")));
    }

    /** A workload with two containers that have a probe each. */
    private static String probes(String one, String other) {
        return workload("w")
                .replace(
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

    private static String atWorkload(String value) {
        return workload("w")
                .replace(
                        "metadata: {name: w, namespace: a}",
                        "metadata: {name: w, namespace: a, annotations: {openservicemesh.io/sidecar-injection: " + value
                                + "}}");
    }

    private static String headless(String name, String port) {
        return also(service(name, port), "clusterIP: None");
    }

    private static String collision(String protocol) {
        return String.join(
                "---\n",
                workload("c", env("W", "w:3306")),
                workload("w"),
                service("w", "{port: 3306, appProtocol: tcp-server-first}"),
                policy(
                        "Egress",
                        "e",
                        "{sources: [{kind: ServiceAccount, name: c, namespace: a}], hosts: [example.com], ports: [{number: 3306, protocol: "
                                + protocol + "}]}"));
    }

    private static String peers(int replicas) {
        return workload("w")
                .replace("kind: Deployment", "kind: StatefulSet")
                .replace("spec:\n  selector", "spec:\n  replicas: " + replicas + "\n  selector")
                .replace("example/w", "elasticsearch:8");
    }
}
