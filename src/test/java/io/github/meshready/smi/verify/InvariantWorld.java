package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.verify.RuleManifests.config;
import static io.github.meshready.smi.verify.RuleManifests.policy;
import static io.github.meshready.smi.verify.RuleManifests.service;
import static io.github.meshready.smi.verify.RuleManifests.workload;

/** What the meshes of the invariants' cases are made of: web may call api, and api may call db. */
final class InvariantWorld {

    static final String WEB = workload("web");
    static final String API = workload("api");
    static final String DB = workload("db");
    static final String HTTP = service("api", "{port: 80, targetPort: 8080}");
    static final String RAW = service("db", "{port: 5432, appProtocol: tcp}");
    static final String RULE = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
    static final String OTHER = "{kind: HTTPRouteGroup, name: g, matches: [o]}";
    static final String ALLOW = target("a", "t", "api", "web", RULE);
    static final String BOOKS = group("a", "g", "{name: m, pathRegex: /books, methods: [GET]}");
    static final String STORE = target("a", "s", "db", "api", "{kind: TCPRoute, name: r}");
    static final String PORT = tcpRoute("a", "r", "5432");
    static final String NOBODY = ALLOW.replaceFirst("sources: .*", "sources: []");
    static final String THIEF = ALLOW.replace("name: web, namespace: a", "name: thief, namespace: b");
    static final String BARE = "openservicemesh.io/sidecar-injection: disabled";
    static final String CLOSED = config("{traffic: {enableEgress: false}}");
    static final String PERMISSIVE = config("{traffic: {enablePermissiveTrafficPolicyMode: true}}");
    static final String ANY_GET = "any request, such as GET /";

    private InvariantWorld() {}

    /** An IngressBackend that lets in to api. */
    static String ingress(String source) {
        return policy(
                "IngressBackend",
                "in",
                "{backends: [{name: api, port: {number: 8080, protocol: http}}], sources: [" + source + "]}");
    }

    /** Pods with another label. */
    static String labelled(String workload) {
        return workload.replaceFirst("labels: \\{app: ([a-z]+)}}", "labels: {app: $1, tier: one}}");
    }
}
