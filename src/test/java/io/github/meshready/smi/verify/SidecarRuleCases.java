package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.verify.RuleManifests.OFF;
import static io.github.meshready.smi.verify.RuleManifests.PERMISSIVE;
import static io.github.meshready.smi.verify.RuleManifests.WEB;
import static io.github.meshready.smi.verify.RuleManifests.WORKLOAD;
import static io.github.meshready.smi.verify.RuleManifests.annotated;
import static io.github.meshready.smi.verify.RuleManifests.config;
import static io.github.meshready.smi.verify.RuleManifests.pods;
import static io.github.meshready.smi.verify.RuleManifests.workload;

/** Cases of the rules about namespaces and about who gets which sidecar. */
final class SidecarRuleCases {

    private SidecarRuleCases() {}

    static void addTo(RuleCases cases) {
        cases.rule("SMI-NS-01")
                .says("error: the label", "", namespace("a").replace("monitored-by: osm", "x: z"), WEB)
                .keepsStill(WEB)
                .keepsStill(namespace("a").replace("openservicemesh.io/monitored-by: osm", "control-plane: x"), WEB);

        cases.rule("SMI-NS-02")
                .says(
                        "error: it is to be watched by the mesh, and carries the label control-plane",
                        "x",
                        namespace("a").replace("osm}", "osm, control-plane: x}"))
                .says(
                        "error: it is to be watched by the mesh, and carries the label name: osm-system",
                        "osm-system",
                        namespace("a").replace("osm}", "osm, name: osm-system}"))
                .keepsStill(namespace("a").replace("osm}", "osm, name: a}"))
                .keepsStill(namespace("a").replace("osm}", "other, control-plane: x}"));

        cases.rule("SMI-NS-03")
                .says(
                        "error: it is to be watched by the mesh, and belongs to the mesh itself",
                        "osm}",
                        namespace("osm-system"))
                .keepsStill(namespace("kube-system").replace("labels: {", "labels: {x: z} #"));

        cases.rule("SMI-NS-04")
                .says(
                        "warning: it is to be watched by the mesh, and holds Service kubernetes",
                        "osm}",
                        namespace("default"),
                        PERMISSIVE)
                .keepsStill(namespace("default"));

        cases.rule("SMI-INJ-01")
                .says(
                        "error: annotation openservicemesh.io/sidecar-injection has the value \"maybe\"",
                        "",
                        annotated(WEB, "openservicemesh.io/sidecar-injection: maybe"))
                .keepsStill(annotated(WEB, "openservicemesh.io/sidecar-injection: ENABLED"));

        cases.rule("SMI-INJ-02")
                .says(
                        "warning: annotation openservicemesh.io/sidecar-injection stands at the Deployment",
                        "disabled",
                        atWorkload("disabled"))
                .says("warning: annotation openservicemesh.io/sidecar-injection stands at the CronJob", "disabled", """
                        apiVersion: batch/v1
                        kind: CronJob
                        metadata: {name: j, namespace: a}
                        spec:
                          jobTemplate:
                            metadata: {annotations: {openservicemesh.io/sidecar-injection: disabled}}
                            spec: {template: {spec: {containers: [{name: c, image: x}]}}}
                        """)
                .keepsStill(atWorkload("enabled"))
                .keepsStill(annotated(atWorkload("disabled"), OFF));

        cases.rule("SMI-INJ-03")
                .says(
                        "warning: its pods use the host's network, and TrafficTarget a/t names their account",
                        "true",
                        pods(WORKLOAD, "hostNetwork: true"),
                        target("a", "t", "w", "x", "{kind: TCPRoute, name: r}"))
                .keepsStillIn(
                        "osm:0.11",
                        annotated(pods(WORKLOAD, "hostNetwork: true"), "openservicemesh.io/sidecar-injection: enabled"))
                .keepsStill(annotated(WORKLOAD, "openservicemesh.io/sidecar-injection: enabled"));

        cases.rule("SMI-INJ-04")
                .says(
                        "error: annotation openservicemesh.io/inbound-port-exclusion-list holds 70000, which is no port",
                        "'80, 70000'",
                        annotated(WORKLOAD, "openservicemesh.io/inbound-port-exclusion-list: '80, 70000'"))
                .says(
                        "error: annotation openservicemesh.io/outbound-ip-range-exclusion-list holds 10.0.0.1, which is",
                        "10.0.0.1",
                        annotated(WORKLOAD, "openservicemesh.io/outbound-ip-range-exclusion-list: 10.0.0.1"))
                .says(
                        "error: annotation openservicemesh.io/outbound-port-exclusion-list holds an empty item",
                        "''",
                        annotated(WORKLOAD, "openservicemesh.io/outbound-port-exclusion-list: ''"))
                .keepsStill(annotated(WORKLOAD, "openservicemesh.io/outbound-port-exclusion-list: ' 1 , 65535 '"))
                .keepsStill(annotated(WORKLOAD, "openservicemesh.io/outbound-port-exclusion-list: x, " + OFF));

        cases.rule("SMI-INJ-06")
                .says(
                        "warning: annotation openservicemesh.io/outbound-port-exclusion-list comes to 16 ports",
                        "'1,2,",
                        annotated(
                                WORKLOAD,
                                "openservicemesh.io/outbound-port-exclusion-list: '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15'"),
                        config("{traffic: {outboundPortExclusionList: [15, 16]}}"))
                .says(
                        "warning: annotation openservicemesh.io/outbound-ip-range-inclusion-list holds 2001:db8::/32",
                        "'2001",
                        annotated(WORKLOAD, "openservicemesh.io/outbound-ip-range-inclusion-list: '2001:db8::/32'"))
                .keepsStill(annotated(WORKLOAD, "openservicemesh.io/outbound-ip-range-inclusion-list: 0.0.0.0/0"))
                .keepsStill(
                        annotated(
                                WORKLOAD,
                                "openservicemesh.io/outbound-port-exclusion-list: '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15'"),
                        config("{traffic: {inboundPortExclusionList: [16]}}"));

        cases.rule("SMI-INJ-08")
                .says(
                        "error: its pods have a volume envoy-bootstrap-config-volume",
                        "envoy-bootstrap",
                        pods(WORKLOAD, "volumes: [{name: envoy-bootstrap-config-volume, emptyDir: {}}]"))
                .says(
                        "error: its pods have a container osm-healthcheck",
                        "osm-healthcheck",
                        workload("w", "livenessProbe: {tcpSocket: {port: 80}}")
                                .replace("- name: c", "- name: osm-healthcheck"))
                .keepsStill(WORKLOAD.replace("- name: c", "- name: osm-healthcheck"));

        cases.rule("SMI-INJ-09")
                .says(
                        "error: its containers run as user 1500",
                        "1500",
                        workload("w", "securityContext: {runAsUser: 1500}"))
                .says(
                        "warning: its pods listen on port 15902",
                        "15902",
                        workload("w", "ports: [{containerPort: 15902}]"))
                .keepsStill(workload("w", "ports: [{containerPort: 15000, protocol: UDP}]"));

        cases.rule("SMI-INJ-10")
                .says(
                        "warning: annotation prometheus.io/path is replaced by the mesh",
                        "/metrics",
                        annotated(WORKLOAD, "prometheus.io/path: /metrics"),
                        namespace("a").replace("enabled}", "enabled, openservicemesh.io/metrics: 'Yes'}"))
                .keepsStill(
                        annotated(WORKLOAD, "prometheus.io/port: '15010'"),
                        namespace("a").replace("enabled}", "enabled, openservicemesh.io/metrics: enabled}"));
    }

    private static String atWorkload(String value) {
        return WORKLOAD.replace(
                "metadata: {name: w, namespace: a}",
                "metadata: {name: w, namespace: a, annotations: {openservicemesh.io/sidecar-injection: " + value
                        + "}}");
    }
}
