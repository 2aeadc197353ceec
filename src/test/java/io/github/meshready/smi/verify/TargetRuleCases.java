package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.verify.RuleManifests.API;
import static io.github.meshready.smi.verify.RuleManifests.HTTP;
import static io.github.meshready.smi.verify.RuleManifests.PERMISSIVE;
import static io.github.meshready.smi.verify.RuleManifests.ROUTES;
import static io.github.meshready.smi.verify.RuleManifests.RULE;
import static io.github.meshready.smi.verify.RuleManifests.TARGET;
import static io.github.meshready.smi.verify.RuleManifests.WORKLOAD;
import static io.github.meshready.smi.verify.RuleManifests.config;
import static io.github.meshready.smi.verify.RuleManifests.object;
import static io.github.meshready.smi.verify.RuleManifests.policy;
import static io.github.meshready.smi.verify.RuleManifests.service;

/** Cases of the rules about TrafficTargets and TCPRoutes. */
final class TargetRuleCases {

    private static final String RAW = service("api", "{port: 6379, targetPort: 7000, appProtocol: tcp}");

    private TargetRuleCases() {}

    static void addTo(RuleCases cases) {
        String tcp = target("a", "t", "api", "web", "{kind: TCPRoute, name: r}");
        String both = target("a", "t", "api", "web", "{kind: TCPRoute, name: r}", RULE);
        cases.rule("SMI-TT-01")
                .says(
                        "error: the destination is in namespace b",
                        "{kind",
                        TARGET.replace("name: api, namespace: a", "name: api, namespace: b"))
                .keepsStill(TARGET);

        cases.rule("SMI-TT-02")
                .says("error: ", "", target("a", "t", "api", "web"))
                .keepsStill(TARGET);

        cases.rule("SMI-TT-03")
                .says("error: ", "{kind: UDPRoute", target("a", "t", "api", "web", "{kind: UDPRoute, name: r}"))
                .keepsStill(TARGET);

        cases.rule("SMI-TT-04")
                .says("error: ", "{kind: User", TARGET.replace("[{kind: ServiceAccount", "[{kind: User"))
                .keepsStill(TARGET);

        cases.rule("SMI-TT-05")
                .says(
                        "error: rule HTTPRouteGroup/g lists no matches",
                        "{kind: HTTP",
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g}"))
                .keepsStill(TARGET);

        cases.rule("SMI-TT-06")
                .says(
                        "error: source web names no namespace",
                        "{kind",
                        TARGET.replace("name: web, namespace: a", "name: web"))
                .keepsStill(TARGET);

        cases.rule("SMI-TT-07")
                .says("error: ", "", TARGET.replace("[{kind: ServiceAccount, name: web, namespace: a}]", "[]"))
                .keepsStill(TARGET);

        cases.rule("SMI-TT-08").says("error: ", "{kind: HTTP", TARGET).keepsStill(TARGET, ROUTES);

        cases.rule("SMI-TT-09")
                .says("error: ", "{kind: HTTP", TARGET, ROUTES.replace("namespace: a", "namespace: b"))
                .keepsStill(TARGET, ROUTES);

        cases.rule("SMI-TT-10")
                .says(
                        "error: has no TCPRoute, and a/api also serves raw TCP on 6379",
                        "",
                        API,
                        service("api", "{port: 80}", "{port: 6379, appProtocol: tcp}"),
                        TARGET,
                        ROUTES)
                .keepsStill(API, HTTP, TARGET, ROUTES);

        cases.rule("SMI-TT-12")
                .says(
                        "error: rule TCPRoute/g lists matches",
                        "{kind: TCPRoute",
                        target("a", "t", "api", "web", "{kind: TCPRoute, name: g, matches: [m]}"),
                        ROUTES)
                .says(
                        "warning: rule TCPRoute/g lists matches",
                        "{kind: TCPRoute",
                        target("a", "t", "api", "web", "{kind: TCPRoute, name: g, matches: [other]}"),
                        ROUTES)
                .keepsStill(target("a", "t", "api", "web", "{kind: TCPRoute, name: g, matches: []}"));

        cases.rule("SMI-TT-13")
                .says(
                        "error: apiVersion access.smi-spec.io/v1alpha2 is not served",
                        "",
                        TARGET.replace("v1alpha3", "v1alpha2"))
                .keepsStill(TARGET);

        cases.rule("SMI-TT-14")
                .says(
                        "warning: such pods call each other on port 9300",
                        "{port: 9300",
                        peers(3),
                        service("w", "{port: 9300, appProtocol: tcp}"))
                .keepsStill(peers(1), service("w", "{port: 9300, appProtocol: tcp}"))
                .keepsStill(peers(3), service("w", "{port: 9300, appProtocol: tcp}"), PERMISSIVE)
                .keepsStill(
                        peers(3),
                        service("w", "{port: 9300, appProtocol: tcp}"),
                        target("a", "t", "w", "w", "{kind: TCPRoute, name: r}"),
                        tcpRoute("a", "r", "9300"));

        cases.rule("SMI-TT-15")
                .says(
                        "warning: matches.name is no field of specs.smi-spec.io/v1alpha4",
                        "n,",
                        tcpRoute("a", "r", "1").replace("{ports", "{name: n, ports"))
                .says(
                        "warning: matches is no field of split.smi-spec.io/v1alpha2",
                        "[{kind",
                        split("split.smi-spec.io/v1alpha2"))
                .keepsStillIn("fsm:1.5", split("split.smi-spec.io/v1alpha4"))
                .keepsStill(tcpRoute("a", "r", "1"), TARGET);

        cases.rule("SMI-TT-16")
                .says(
                        "info: it has, as all 2 TrafficTargets have, no effect",
                        "apiVersion: access",
                        TARGET,
                        target("a", "u", "api", "web", RULE),
                        PERMISSIVE)
                .keepsStill(TARGET, config("{traffic: {enablePermissiveTrafficPolicyMode: false}}"))
                .keepsStill(PERMISSIVE);

        cases.rule("SMI-TT-18")
                .says(
                        "info: it says the same as TrafficTarget a/t",
                        "apiVersion: access",
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m, n]}"),
                        target("a", "u", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [n, m]}"))
                .says(
                        "warning: it is defined a second time and differently",
                        "apiVersion: policy",
                        policy("Retry", "r", "{source: {}}"),
                        policy("Retry", "r", "{destinations: []}"))
                .keepsStill(TARGET, target("a", "u", "api", "other", RULE))
                .keepsStill(policy("Retry", "r", "{source: {}}"), policy("Retry", "r", "{source: {}}"));

        cases.rule("SMI-TCP-01")
                .says("error: 6379 is a port of Service a/api", "6379", API, RAW, tcp, tcpRoute("a", "r", "6379"))
                .keepsStill(API, RAW, tcp, tcpRoute("a", "r", "7000"));

        cases.rule("SMI-TCP-02")
                .says("error: 70000 is no port", "70000", tcpRoute("a", "r", "70000"))
                .keepsStill(tcpRoute("a", "r", "65535"));

        cases.rule("SMI-TCP-03")
                .says("error: opens port 80 by TCPRoute only", "", API, HTTP, tcp, tcpRoute("a", "r", "80"))
                .keepsStill(API, RAW, tcp, tcpRoute("a", "r", "7000"));

        cases.rule("SMI-TCP-04")
                .says(
                        "error: its TCPRoutes leave out the HTTP port 80",
                        "",
                        API,
                        HTTP,
                        both,
                        tcpRoute("a", "r", "7000"),
                        ROUTES)
                .keepsStill(API, HTTP, both, tcpRoute("a", "r", "80"), ROUTES);

        cases.rule("SMI-TCP-05").says("error: ", "", tcpRoute("a", "r", "")).keepsStill(tcpRoute("a", "r", "80"));

        cases.rule("SMI-TCP-06")
                .says("error: ", "", object("specs.smi-spec.io/v1alpha4", "UDPRoute", "r", "{matches: {ports: [53]}}"))
                .keepsStill(tcpRoute("a", "r", "53"));
    }

    private static String peers(int replicas) {
        return WORKLOAD.replace("kind: Deployment", "kind: StatefulSet")
                .replace("spec:\n  selector", "spec:\n  replicas: " + replicas + "\n  selector")
                .replace("example/w", "elasticsearch:8");
    }

    private static String split(String version) {
        return object(
                version,
                "TrafficSplit",
                "s",
                "{service: api, backends: [{service: api, weight: 1}], matches: [{kind: HTTPRouteGroup, name: g}]}");
    }
}
