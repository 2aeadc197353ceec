package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.verify.RuleCase.binding;
import static io.github.meshready.smi.verify.RuleCase.config;
import static io.github.meshready.smi.verify.RuleCase.keepsStill;
import static io.github.meshready.smi.verify.RuleCase.object;
import static io.github.meshready.smi.verify.RuleCase.policy;
import static io.github.meshready.smi.verify.RuleCase.says;
import static io.github.meshready.smi.verify.RuleCase.service;
import static io.github.meshready.smi.verify.RuleCase.workload;

import java.util.List;

/** Cases of the rules about identities, TrafficTargets and routes. */
final class RouteRuleCases {

    private static final String WEB = workload("web");
    private static final String API = workload("api");
    private static final String HTTP = service("api", "{port: 80}");
    private static final String RAW = service("api", "{port: 6379, appProtocol: tcp}");
    private static final String RULE = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
    private static final String TARGET = target("a", "t", "api", "web", RULE);
    private static final String LARGE = "/(" + "books|authors|orders|".repeat(8) + "x)";
    private static final String ROUTES = path("/x");

    private RouteRuleCases() {}

    static List<RuleCase> all() {
        return List.of(
                says(
                        "SMI-TT-12",
                        "error: rule TCPRoute/g lists matches",
                        "{kind: TCPRoute",
                        target("a", "t", "api", "web", "{kind: TCPRoute, name: g, matches: [m]}"),
                        ROUTES),
                says(
                        "SMI-TT-12",
                        "warning: rule TCPRoute/g lists matches",
                        "{kind: TCPRoute",
                        target("a", "t", "api", "web", "{kind: TCPRoute, name: g, matches: [other]}"),
                        ROUTES),
                keepsStill("SMI-TT-12", target("a", "t", "api", "web", "{kind: TCPRoute, name: g, matches: []}")),
                says(
                        "SMI-TT-15",
                        "warning: matches.name is no field of specs.smi-spec.io/v1alpha4",
                        "n,",
                        tcpRoute("a", "r", "1").replace("{ports", "{name: n, ports")),
                says(
                        "SMI-TT-15",
                        "warning: matches is no field of split.smi-spec.io/v1alpha2",
                        "[{kind",
                        split("split.smi-spec.io/v1alpha2")),
                keepsStill("SMI-TT-15", split("split.smi-spec.io/v1alpha4")).with("fsm:1.5"),
                says(
                        "SMI-TT-15",
                        "warning: matches beside spec is no field of specs.smi-spec.io/v1alpha4",
                        "[{name: m}]",
                        group("a", "g").replace("spec: {matches: []}", "matches: [{name: m}]")),
                says(
                        "SMI-TT-15",
                        "warning: rules beside spec is no field of access.smi-spec.io/v1alpha3",
                        "[{kind",
                        TARGET.replace("  rules: ", "rules: ")),
                keepsStill("SMI-TT-15", tcpRoute("a", "r", "1"), TARGET),
                says(
                        "SMI-TT-16",
                        "info: it has, as all 2 TrafficTargets have, no effect",
                        "apiVersion: access",
                        TARGET,
                        target("a", "u", "api", "web", RULE),
                        config("{traffic: {enablePermissiveTrafficPolicyMode: true}}")),
                keepsStill("SMI-TT-16", TARGET, config("{traffic: {enablePermissiveTrafficPolicyMode: false}}")),
                keepsStill("SMI-TT-16", config("{traffic: {enablePermissiveTrafficPolicyMode: true}}")),
                says(
                        "SMI-TT-18",
                        "info: it says the same as TrafficTarget a/t",
                        "apiVersion: access",
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m, n]}"),
                        target("a", "u", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [n, m]}")),
                says(
                        "SMI-TT-18",
                        "warning: it is defined a second time and differently",
                        "apiVersion: policy",
                        policy("Retry", "r", "{source: {}}"),
                        policy("Retry", "r", "{destinations: []}")),
                keepsStill("SMI-TT-18", TARGET, target("a", "u", "api", "other", RULE)),
                keepsStill("SMI-TT-18", policy("Retry", "r", "{source: {}}"), policy("Retry", "r", "{source: {}}")),
                says("SMI-HTTP-04", "warning: the expression", "{name: m", path(LARGE)),
                keepsStill("SMI-HTTP-04", path("/[a-z0-9]{1,20}/books")),
                keepsStill("SMI-HTTP-04", path(LARGE)).with("fsm:1.5"),
                keepsStill("SMI-HTTP-04", path("(?=x)")),
                says(
                        "SMI-HTTP-05",
                        "warning: path /x\\?q=1 of match m asks for a question mark",
                        "'/x",
                        path("/x\\?q=1")),
                says("SMI-HTTP-05", "warning: path x/y of match m does not start with a slash", "'x/y'", path("x/y")),
                says(
                        "SMI-HTTP-05",
                        "warning: path /x/{id} of match m has a parameter in braces",
                        "'/x/{id}'",
                        path("/x/{id}")),
                keepsStill("SMI-HTTP-05", path("/x(/.*)?")),
                keepsStill("SMI-HTTP-05", path(".*/x")),
                keepsStill("SMI-HTTP-05", path("/x{2}/[0-9]{1,3}")),
                keepsStill("SMI-HTTP-05", path("/x/*")).with("fsm:1.5"),
                says(
                        "SMI-HTTP-06",
                        "warning: match m asks for the header Host",
                        "[{Host",
                        group("a", "g", "{name: m, pathRegex: /x, methods: [GET], headers: [{Host: api}]}")),
                keepsStill(
                        "SMI-HTTP-06",
                        API,
                        HTTP,
                        TARGET,
                        group("a", "g", "{name: m, pathRegex: /x, methods: [GET], headers: [{host: api}]}")),
                keepsStill(
                        "SMI-HTTP-06",
                        API,
                        service("api", "{port: 8080}"),
                        TARGET,
                        group("a", "g", "{name: m, pathRegex: /x, methods: [GET], headers: [{host: 'api.*'}]}")),
                says("SMI-HTTP-11", "info: no TrafficTarget and no Egress names it", "apiVersion: specs", ROUTES),
                keepsStill(
                        "SMI-HTTP-11",
                        ROUTES,
                        policy(
                                "Egress",
                                "e",
                                "{sources: [], ports: [], matches: [{apiGroup: specs.smi-spec.io/v1alpha4, kind: HTTPRouteGroup, name: g}]}")),
                keepsStill("SMI-HTTP-11", ROUTES, target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g}")),
                says(
                        "SMI-HTTP-12",
                        "warning: it has routes for requests, and its destination serves no http",
                        "{kind: HTTP",
                        API,
                        RAW,
                        TARGET),
                keepsStill("SMI-HTTP-12", API, RAW, HTTP.replace("name: api,", "name: web,"), TARGET),
                keepsStill("SMI-HTTP-12", RAW, TARGET),
                says(
                        "SMI-ID-06",
                        "warning: no workload of the manifests runs as account a/api",
                        "{kind: Service",
                        WEB,
                        TARGET),
                keepsStill("SMI-ID-06", TARGET),
                keepsStill("SMI-ID-06", API, HTTP, TARGET),
                says(
                        "SMI-ID-07",
                        "warning: source b/web is outside of the mesh: namespace b has no label",
                        "{kind: ServiceAccount, name: web",
                        namespace("b").replace("labels: {openservicemesh.io/monitored-by: osm}", "labels: {}"),
                        TARGET.replace("name: web, namespace: a", "name: web, namespace: b")),
                keepsStill("SMI-ID-07", TARGET.replace("name: web, namespace: a", "name: web, namespace: b")),
                keepsStill(
                        "SMI-ID-07",
                        namespace("a").replace("labels: {openservicemesh.io/monitored-by: osm}", "labels: {}"),
                        TARGET),
                says(
                        "SMI-ID-08",
                        "info: no workload of the manifests runs as this account",
                        "apiVersion: v1",
                        WEB,
                        account("a", "x")),
                keepsStill("SMI-ID-08", WEB, account("a", "x"), binding("r", "x")),
                keepsStill("SMI-ID-08", WEB, account("a", "default"), account("b", "x")),
                keepsStill("SMI-ID-08", WEB, account("a", "api"), TARGET),
                says("SMI-ID-10", "info: it gives rights to account a/x", "[{kind", WEB, binding("r", "x")),
                keepsStill(
                        "SMI-ID-10", WEB, binding("r", "x").replace("name: x, namespace: a", "name: x, namespace: b")),
                keepsStill(
                        "SMI-ID-10",
                        WEB,
                        binding("r", "x")
                                .replace(
                                        "subjects: [", "subjects: [{kind: ServiceAccount, name: web, namespace: a}, ")),
                keepsStill("SMI-ID-10", deploymentAs("a", "w", ""), binding("r", "default")));
    }

    private static String path(String regex) {
        return group("a", "g", "{name: m, pathRegex: '" + regex + "', methods: [GET]}");
    }

    private static String split(String version) {
        return object(
                version,
                "TrafficSplit",
                "s",
                "{service: api, backends: [{service: api, weight: 1}], matches: [{kind: HTTPRouteGroup, name: g}]}");
    }
}
