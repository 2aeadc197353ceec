package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.verify.RuleManifests.API;
import static io.github.meshready.smi.verify.RuleManifests.CALLS_LEGACY;
import static io.github.meshready.smi.verify.RuleManifests.LEGACY;
import static io.github.meshready.smi.verify.RuleManifests.OFF;
import static io.github.meshready.smi.verify.RuleManifests.PERMISSIVE;
import static io.github.meshready.smi.verify.RuleManifests.WORKLOAD;
import static io.github.meshready.smi.verify.RuleManifests.also;
import static io.github.meshready.smi.verify.RuleManifests.annotated;
import static io.github.meshready.smi.verify.RuleManifests.config;
import static io.github.meshready.smi.verify.RuleManifests.over;
import static io.github.meshready.smi.verify.RuleManifests.pods;
import static io.github.meshready.smi.verify.RuleManifests.policy;
import static io.github.meshready.smi.verify.RuleManifests.service;
import static io.github.meshready.smi.verify.RuleManifests.workload;

/** Cases of the rules about Services and protocols. */
final class ServiceRuleCases {

    private static final String RAW = service("api", "{port: 6379, targetPort: 7000, appProtocol: tcp}");

    private ServiceRuleCases() {}

    static void addTo(RuleCases cases) {
        cases.rule("SMI-SVC-01")
                .says(
                        "error: ports 80 and 81 of Service a/api",
                        "",
                        API,
                        service("api", "{port: 80}", "{port: 81, targetPort: 80}"))
                .keepsStill(API, service("api", "{port: 80}", "{port: 81}"));

        cases.rule("SMI-SVC-02")
                .says(
                        "warning: targetPort http is 1 at w, 2 at x",
                        "http}",
                        workload("w", "ports: [{name: http, containerPort: 1}]"),
                        workload("x", "ports: [{name: http, containerPort: 2}]").replace("app: x", "app: w"),
                        service("w", "{port: 80, targetPort: http}"))
                .keepsStill(WORKLOAD, service("w", "{port: 80, targetPort: 8080}"))
                .keepsStill(annotated(WORKLOAD, OFF), service("w", "{port: 80, targetPort: http}"));

        cases.rule("SMI-SVC-03")
                .says(
                        "warning: headless Service a/w leads to the same pods on the same port 80",
                        "{port: 80}",
                        WORKLOAD,
                        headless("w", "{port: 80}"),
                        over(headless("x", "{port: 80}"), "w"))
                .says(
                        "error: headless Service a/w leads to the same pods on the same port 80",
                        "{port: 80}",
                        WORKLOAD,
                        workload("c", env("W", "http://w")),
                        headless("w", "{port: 80}"),
                        over(headless("x", "{port: 80}"), "w"))
                .keepsStill(WORKLOAD, headless("w", "{port: 80}"), over(headless("x", "{port: 81}"), "w"));

        cases.rule("SMI-SVC-05")
                .says(
                        "warning: it is headless, and its port 80 is not the port 8080 of its pods",
                        "http}",
                        workload("w", "ports: [{name: http, containerPort: 8080}]"),
                        headless("w", "{port: 80, targetPort: http}"))
                .keepsStill(WORKLOAD, service("w", "{port: 80, targetPort: 8080}"));

        cases.rule("SMI-SVC-06")
                .says(
                        "warning: it has no selector, and its namespace is watched by the mesh",
                        "apiVersion: v1",
                        service("w", "{port: 80}").replace("selector: {app: w}", "type: ClusterIP"),
                        PERMISSIVE)
                .keepsStill(service("w", "{port: 80}").replace("selector: {app: w}", "type: ClusterIP"))
                .keepsStill(
                        service("w", "{port: 80}")
                                .replace("selector: {app: w}", "type: ExternalName\n  externalName: example.com"),
                        PERMISSIVE)
                .says("error: it has no selector", "", CALLS_LEGACY, LEGACY, PERMISSIVE)
                .says("warning: it has no selector", "", workload("web"), LEGACY, PERMISSIVE);

        cases.rule("SMI-SVC-07")
                .says(
                        "warning: its pods are called one in headless Service w",
                        "one",
                        pods(pods(WORKLOAD, "hostname: one"), "subdomain: w"),
                        headless("w", "{port: 80}"))
                .keepsStillIn(
                        "osm:1.1", pods(pods(WORKLOAD, "hostname: one"), "subdomain: w"), headless("w", "{port: 80}"))
                .keepsStill(pods(WORKLOAD, "hostname: one"), headless("w", "{port: 80}"));

        cases.rule("SMI-SVC-09")
                .says("info: port 53 carries UDP", "{port: 53", WORKLOAD, service("w", "{port: 53, protocol: UDP}"))
                .says(
                        "warning: it has an IPv6 address",
                        "[IPv4, IPv6]",
                        WORKLOAD,
                        also(service("w", "{port: 80}"), "ipFamilies: [IPv4, IPv6]"))
                .keepsStill(WORKLOAD, also(service("w", "{port: 80}"), "ipFamilyPolicy: PreferDualStack"));

        cases.rule("SMI-PROTO-01")
                .says("error: port 6379 has no protocol mark", "{port: 6379", API, service("api", "{port: 6379}"))
                .keepsStill(API, RAW);

        cases.rule("SMI-PROTO-02")
                .saysIn(
                        "osm:1.1",
                        "warning: port 9999 is named tcp-gossip and has no appProtocol",
                        "tcp-gossip",
                        WORKLOAD,
                        service("w", "{name: tcp-gossip, port: 9999}"))
                .keepsStill(WORKLOAD, service("w", "{name: tcp-gossip, port: 9999}"))
                .keepsStill(WORKLOAD, service("w", "{name: http, port: 9999}"));

        cases.rule("SMI-PROTO-03")
                .says(
                        "error: port 1 has appProtocol redis",
                        "{port: 1",
                        API,
                        service("api", "{port: 1, appProtocol: redis}"))
                .keepsStill(API, RAW);

        cases.rule("SMI-PROTO-04")
                .says(
                        "warning: the mesh takes port 8080 for http, and variable SERVER_SSL_KEY_STORE switches TLS on",
                        "http}",
                        workload("w", env("SERVER_SSL_KEY_STORE", "/keys")),
                        service("w", "{port: 8080, appProtocol: http}"))
                .keepsStill(
                        workload(
                                "w",
                                "env: [{name: SERVER_SSL_KEY_STORE, value: /k}, {name: SERVER_SSL_ENABLED, value: 'false'}]"),
                        service("w", "{port: 8080}"))
                .keepsStill(
                        workload("w", "readinessProbe: {httpGet: {port: 8443, scheme: HTTPS}}"),
                        service("w", "{name: http, port: 8080}"))
                .keepsStill(
                        workload(
                                "w",
                                "env: [{name: SERVER_SSL_ENABLED, value: 'true'}, {name: SERVER_PORT, value: '8443'}]"),
                        service("w", "{port: 8080}"));

        cases.rule("SMI-PROTO-05")
                .says(
                        "warning: port 25 is marked tcp, and port 25 says that the server speaks first",
                        "{name: tcp-x",
                        WORKLOAD,
                        service("w", "{name: tcp-x, port: 25}"))
                .keepsStill(WORKLOAD, service("w", "{port: 5432, appProtocol: tcp}"))
                .keepsStill(
                        WORKLOAD,
                        service("w", "{port: 3306, appProtocol: tcp}"),
                        config("{featureFlags: {enableEgressPolicy: false}}"))
                .keepsStillIn("osm:0.9", WORKLOAD, service("w", "{port: 3306, appProtocol: tcp}"));

        cases.rule("SMI-PROTO-06")
                .says(
                        "error: Service a/api has port 53 twice",
                        "",
                        API,
                        service("api", "{port: 53}", "{port: 53, protocol: UDP}"))
                .keepsStill(API, service("api", "{port: 53}", "{port: 54, protocol: UDP}"));

        cases.rule("SMI-PROTO-07")
                .says(
                        "warning: appProtocol of port 80 is HTTP",
                        "HTTP}",
                        WORKLOAD,
                        service("w", "{port: 80, appProtocol: HTTP}"))
                .keepsStill(WORKLOAD, service("w", "{port: 80, appProtocol: gRPC}"))
                .keepsStill(WORKLOAD, service("w", "{port: 80, appProtocol: Redis}"));

        cases.rule("SMI-PROTO-08")
                .says(
                        "info: port 80 is named tcp-x, and its appProtocol is http",
                        "http}",
                        WORKLOAD,
                        service("w", "{name: tcp-x, port: 80, appProtocol: http}"))
                .keepsStill(WORKLOAD, service("w", "{name: http-x, port: 80, appProtocol: grpc}"))
                .keepsStill(WORKLOAD, service("w", "{name: x-http, port: 80, appProtocol: tcp}"));

        cases.rule("SMI-PROTO-09")
                .says(
                        "warning: it lets calls out on port 3306 by host, and c calls Service a/w on the same number",
                        "{number: 3306",
                        collision("http"))
                .keepsStill(collision("tcp"));
    }

    private static String headless(String name, String port) {
        return also(service(name, port), "clusterIP: None");
    }

    private static String collision(String protocol) {
        return String.join(
                "---\n",
                workload("c", env("W", "w:3306")),
                WORKLOAD,
                service("w", "{port: 3306, appProtocol: tcp-server-first}"),
                policy(
                        "Egress",
                        "e",
                        "{sources: [{kind: ServiceAccount, name: c, namespace: a}], hosts: [example.com], ports: [{number: 3306, protocol: "
                                + protocol + "}]}"));
    }
}
