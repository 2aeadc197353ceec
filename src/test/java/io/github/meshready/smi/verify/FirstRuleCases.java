package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
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
import static io.github.meshready.smi.verify.RuleCase.says;
import static io.github.meshready.smi.verify.RuleCase.service;
import static io.github.meshready.smi.verify.RuleCase.workload;

import java.util.List;
import java.util.stream.Stream;

/** Cases of the rules about calls, accounts, TrafficTargets, routes and splits: one each way; other tests know more of them. */
final class FirstRuleCases {

    private static final String CALLER = workload("web", env("API", "http://api"));
    private static final String WEB = workload("web");
    private static final String API = workload("api");
    private static final String HTTP = service("api", "{port: 80}");
    private static final String RAW = service("api", "{port: 6379, targetPort: 7000, appProtocol: tcp}");
    private static final String RULE = "{kind: HTTPRouteGroup, name: g, matches: [m]}";
    private static final String TARGET = target("a", "t", "api", "web", RULE);
    private static final String ROUTES = routes("methods: [GET]");
    private static final String PERMISSIVE = config("{traffic: {enablePermissiveTrafficPolicyMode: true}}");

    private FirstRuleCases() {}

    static List<RuleCase> calls() {
        String out = workload("web", env("PAY", "https://pay.example"));
        String closed = config("{traffic: {enableEgress: false}}");
        return List.of(
                says("SMI-CALL-01", "error: its call web -> api:80", "'http://api'", CALLER, API, HTTP),
                keepsStill("SMI-CALL-01", CALLER, API, HTTP, TARGET, ROUTES),
                says(
                        "SMI-CALL-02",
                        "error: lets account a/web call",
                        "apiVersion: access",
                        WEB,
                        API,
                        HTTP,
                        TARGET,
                        ROUTES),
                keepsStill("SMI-CALL-02", CALLER, API, HTTP, TARGET, ROUTES),
                says(
                        "SMI-CALL-03",
                        "warning: is told to call nowhere:1",
                        "'http",
                        workload("web", env("X", "http://nowhere:1"))),
                keepsStill("SMI-CALL-03", workload("web", env("X", "http://localhost:1"))),
                says(
                        "SMI-CALL-04",
                        "info: may call",
                        "api",
                        workload("web", "env: [{name: UPSTREAM_X, value: api}]"),
                        API,
                        HTTP),
                keepsStill("SMI-CALL-04", CALLER, API, HTTP),
                says("SMI-CALL-05", "info: its call web -> api:80", "'http://api'", CALLER, API, HTTP, PERMISSIVE),
                keepsStill("SMI-CALL-05", CALLER, API, HTTP),
                says("SMI-EGR-05", "warning: its call web -> pay.example:443", "'https", out, closed),
                keepsStill("SMI-EGR-05", out),
                says(
                        "SMI-ING-01",
                        "warning: port 80 is reached from outside",
                        "apiVersion: v1",
                        API,
                        also(HTTP, "type: LoadBalancer")),
                keepsStill("SMI-ING-01", API, HTTP));
    }

    static List<RuleCase> workloads() {
        String init = pods(WEB, "initContainers: [{name: i, image: x, args: ['--api=http://api']}]");
        String job = WEB.replace("apps/v1", "batch/v1").replace("kind: Deployment", "kind: Job");
        return List.of(
                says("SMI-NS-01", "error: the label", "", namespace("a").replace("monitored-by: osm", "x: z"), WEB),
                keepsStill("SMI-NS-01", WEB),
                keepsStill(
                        "SMI-NS-01",
                        namespace("a").replace("openservicemesh.io/monitored-by: osm", "control-plane: x"),
                        WEB),
                says(
                        "SMI-INJ-01",
                        "error: annotation openservicemesh.io/sidecar-injection has the value \"maybe\"",
                        "",
                        annotated(WEB, "openservicemesh.io/sidecar-injection: maybe")),
                keepsStill("SMI-INJ-01", annotated(WEB, "openservicemesh.io/sidecar-injection: ENABLED")),
                says("SMI-ID-01", "warning: its pods run as", "", deploymentAs("a", "web", "")),
                keepsStill("SMI-ID-01", WEB),
                says("SMI-ID-02", "error: ", "", WEB),
                keepsStill("SMI-ID-02", WEB, account("a", "web")),
                says("SMI-ID-03", "error: service account x.y has a dot", "", deploymentAs("a", "web", "x.y")),
                keepsStill("SMI-ID-03", WEB),
                says(
                        "SMI-ID-04",
                        "warning: workloads other, web share",
                        "",
                        CALLER,
                        deploymentAs("a", "other", "web"),
                        API,
                        HTTP),
                keepsStill("SMI-ID-04", WEB, deploymentAs("a", "other", "web"), API, HTTP),
                says(
                        "SMI-ID-05",
                        "warning: ",
                        "",
                        CALLER,
                        API,
                        deploymentAs("a", "b", "b").replace("app: b", "app: api"),
                        HTTP,
                        TARGET,
                        ROUTES),
                keepsStill("SMI-ID-05", CALLER, API, HTTP, TARGET, ROUTES),
                says("SMI-POD-02", "warning: its pods get a sidecar", "", job),
                keepsStill("SMI-POD-02", annotated(job, "openservicemesh.io/sidecar-injection: disabled")),
                says("SMI-POD-03", "error: its init container i calls a/api:80", "'--api", init, API, HTTP),
                keepsStill("SMI-POD-03", CALLER, API, HTTP),
                says(
                        "SMI-PROTO-01",
                        "error: port 6379 has no protocol mark",
                        "{port: 6379",
                        API,
                        service("api", "{port: 6379}")),
                keepsStill("SMI-PROTO-01", API, RAW),
                says(
                        "SMI-PROTO-03",
                        "error: port 1 has appProtocol redis",
                        "{port: 1",
                        API,
                        service("api", "{port: 1, appProtocol: redis}")),
                keepsStill("SMI-PROTO-03", API, RAW),
                says(
                        "SMI-PROTO-06",
                        "error: Service a/api has port 53 twice",
                        "",
                        API,
                        service("api", "{port: 53}", "{port: 53, protocol: UDP}")),
                keepsStill("SMI-PROTO-06", API, service("api", "{port: 53}", "{port: 54, protocol: UDP}")),
                keepsStill("SMI-PROTO-06", API, service("api", "{port: 53}", "{port: 53, protocol: UDP}"))
                        .with("fsm:1.5"),
                says(
                        "SMI-SVC-01",
                        "error: ports 80 and 81 of Service a/api",
                        "",
                        API,
                        service("api", "{port: 80}", "{port: 81, targetPort: 80}")),
                keepsStill("SMI-SVC-01", API, service("api", "{port: 80}", "{port: 81}")),
                keepsStill("SMI-SVC-01", API, service("api", "{port: 80}", "{port: 81, targetPort: 80}"))
                        .with("fsm:1.5"));
    }

    static List<RuleCase> targets() {
        return List.of(
                says(
                        "SMI-TT-01",
                        "error: the destination is in namespace b",
                        "{kind",
                        TARGET.replace("name: api, namespace: a", "name: api, namespace: b")),
                keepsStill("SMI-TT-01", TARGET),
                says("SMI-TT-02", "error: ", "", target("a", "t", "api", "web")),
                keepsStill("SMI-TT-02", TARGET),
                says(
                        "SMI-TT-03",
                        "error: ",
                        "{kind: UDPRoute",
                        target("a", "t", "api", "web", "{kind: UDPRoute, name: r}")),
                keepsStill("SMI-TT-03", TARGET),
                says("SMI-TT-04", "error: ", "{kind: User", TARGET.replace("[{kind: ServiceAccount", "[{kind: User")),
                keepsStill("SMI-TT-04", TARGET),
                says(
                        "SMI-TT-05",
                        "error: rule HTTPRouteGroup/g lists no matches",
                        "{kind: HTTP",
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g}")),
                keepsStill("SMI-TT-05", TARGET),
                says(
                        "SMI-TT-06",
                        "error: source web names no namespace",
                        "{kind",
                        TARGET.replace("name: web, namespace: a", "name: web")),
                keepsStill("SMI-TT-06", TARGET),
                says(
                        "SMI-TT-07",
                        "error: ",
                        "",
                        TARGET.replace("[{kind: ServiceAccount, name: web, namespace: a}]", "[]")),
                keepsStill("SMI-TT-07", TARGET),
                says("SMI-TT-08", "error: ", "{kind: HTTP", TARGET),
                keepsStill("SMI-TT-08", TARGET, ROUTES),
                says("SMI-TT-09", "error: ", "{kind: HTTP", TARGET, ROUTES.replace("namespace: a", "namespace: b")),
                keepsStill("SMI-TT-09", TARGET, ROUTES),
                says(
                        "SMI-TT-10",
                        "error: has no TCPRoute, and a/api also serves raw TCP on 6379",
                        "",
                        API,
                        service("api", "{port: 80}", "{port: 6379, appProtocol: tcp}"),
                        TARGET,
                        ROUTES),
                keepsStill("SMI-TT-10", API, HTTP, TARGET, ROUTES),
                says(
                        "SMI-TT-13",
                        "error: apiVersion access.smi-spec.io/v1alpha2 is not served",
                        "",
                        TARGET.replace("v1alpha3", "v1alpha2")),
                keepsStill("SMI-TT-13", TARGET));
    }

    static List<RuleCase> routeGroups() {
        String other = target("a", "u", "api", "other", "{kind: HTTPRouteGroup, name: h, matches: [k]}");
        String wide = group("a", "h", "{name: k, pathRegex: '/.*', methods: [GET]}");
        return List.of(
                says("SMI-HTTP-01", "error: headers of match m are a mapping", "{x", routes("headers: {x: z}")),
                keepsStill("SMI-HTTP-01", routes("headers: [{x: z}]")),
                says(
                        "SMI-HTTP-02",
                        "error: an item of headers in match m has 2 keys",
                        "[{x",
                        routes("headers: [{x: z, w: z}]")),
                keepsStill("SMI-HTTP-02", routes("headers: [{x: z}, {w: z}]")),
                says(
                        "SMI-HTTP-03",
                        "error: match m has the expression (?!z)",
                        "{name: m",
                        routes("headers: [{x: '(?!z)'}]")),
                keepsStill("SMI-HTTP-03", routes("headers: [{x: '[a-z]+'}]")),
                says(
                        "SMI-HTTP-07",
                        "error: match m and match k",
                        "{name: m",
                        API,
                        HTTP,
                        TARGET,
                        routes("methods: [GET, POST]"),
                        other,
                        group("a", "h", "{name: k, pathRegex: /x, methods: [POST, GET]}")),
                says("SMI-HTTP-07", "error: match m and match k", "{name: m", API, HTTP, TARGET, ROUTES, other, wide),
                keepsStill("SMI-HTTP-07", API, HTTP, TARGET, ROUTES, target("a", "u", "api", "other", RULE)),
                says(
                        "SMI-HTTP-09",
                        "error: ",
                        "",
                        group("a", "g", "{name: m, pathRegex: /x}", "{name: m, pathRegex: /z}")),
                keepsStill("SMI-HTTP-09", group("a", "g", "{name: m, pathRegex: /x}", "{name: k, pathRegex: /z}")),
                says("SMI-HTTP-10", "error: match m has the method \"get\"", "{name: m", routes("methods: [get]")),
                keepsStill("SMI-HTTP-10", ROUTES),
                says(
                        "SMI-HTTP-13",
                        "info: match m allows every path",
                        "{name: m",
                        group("a", "g", "{name: m, methods: [GET]}")),
                keepsStill("SMI-HTTP-13", ROUTES));
    }

    static List<RuleCase> tcpRoutes() {
        String tcp = target("a", "t", "api", "web", "{kind: TCPRoute, name: r}");
        String both = target("a", "t", "api", "web", "{kind: TCPRoute, name: r}", RULE);
        return List.of(
                says(
                        "SMI-TCP-01",
                        "error: 6379 is a port of Service a/api",
                        "6379",
                        API,
                        RAW,
                        tcp,
                        tcpRoute("a", "r", "6379")),
                keepsStill("SMI-TCP-01", API, RAW, tcp, tcpRoute("a", "r", "7000")),
                says("SMI-TCP-02", "error: 70000 is no port", "70000", tcpRoute("a", "r", "70000")),
                keepsStill("SMI-TCP-02", tcpRoute("a", "r", "65535")),
                says(
                        "SMI-TCP-03",
                        "error: opens port 80 by TCPRoute only",
                        "",
                        API,
                        HTTP,
                        tcp,
                        tcpRoute("a", "r", "80")),
                says("SMI-TCP-03", "error: opens port 80 by TCPRoute only", "", API, HTTP, tcp, tcpRoute("a", "r", "")),
                keepsStill("SMI-TCP-03", API, RAW, tcp, tcpRoute("a", "r", "7000")),
                keepsStill(
                        "SMI-TCP-03",
                        API,
                        HTTP,
                        over(service("raw", "{port: 6379, appProtocol: tcp}"), "api"),
                        tcp,
                        tcpRoute("a", "r", "")),
                says(
                        "SMI-TCP-04",
                        "error: its TCPRoutes leave out the HTTP port 80",
                        "",
                        API,
                        HTTP,
                        both,
                        tcpRoute("a", "r", "7000"),
                        ROUTES),
                keepsStill("SMI-TCP-04", API, HTTP, both, tcpRoute("a", "r", "80"), ROUTES),
                says("SMI-TCP-05", "error: ", "", tcpRoute("a", "r", "")),
                keepsStill("SMI-TCP-05", tcpRoute("a", "r", "80")),
                says(
                        "SMI-TCP-06",
                        "error: ",
                        "",
                        object("specs.smi-spec.io/v1alpha4", "UDPRoute", "r", "{matches: {ports: [53]}}")),
                keepsStill("SMI-TCP-06", tcpRoute("a", "r", "53")));
    }

    static List<RuleCase> splits() {
        String[] base = {CALLER, workload("v1"), service("v1", "{port: 80}"), over(HTTP, "v1")};
        String sound = split("api", "{service: v1, weight: 1}");
        return List.of(
                says(
                        "SMI-SPLIT-01",
                        "error: ",
                        "{service: none",
                        with(base, split("api", "{service: v1, weight: 1}, {service: none, weight: 1}"))),
                keepsStill("SMI-SPLIT-01", with(base, sound)),
                says(
                        "SMI-SPLIT-02",
                        "error: ",
                        "{service: v2",
                        with(
                                base,
                                over(service("v2", "{port: 81}"), "v1"),
                                split("api", "{service: v1, weight: 1}, {service: v2, weight: 1}"))),
                keepsStill("SMI-SPLIT-02", with(base, sound)),
                says(
                        "SMI-SPLIT-03",
                        "error: weight 0.5",
                        "{service: v1",
                        with(base, split("api", "{service: v1, weight: 0.5}"))),
                keepsStill("SMI-SPLIT-03", with(base, sound)),
                says("SMI-SPLIT-04", "error: ", "", with(base, sound, sound.replace("name: s,", "name: s2,"))),
                keepsStill("SMI-SPLIT-04", with(base, sound)),
                says(
                        "SMI-SPLIT-05",
                        "error: ",
                        "{service: api2",
                        with(
                                base,
                                service("api2", "{port: 80}"),
                                split("api", "{service: v1, weight: 1}, {service: api2, weight: 1}"))),
                keepsStill("SMI-SPLIT-05", with(base, sound)),
                says(
                        "SMI-SPLIT-06",
                        "warning: port 80 leads to 80 of the pods, and to 90",
                        "",
                        with(
                                base,
                                over(service("v2", "{port: 80, targetPort: 90}"), "v1"),
                                split("api", "{service: v2, weight: 1}"))),
                keepsStill("SMI-SPLIT-06", with(base, sound)),
                says(
                        "SMI-SPLIT-07",
                        "error: ",
                        "{service: v2",
                        with(
                                base,
                                workload("v2").replace("app: v2", "app: v1, n: v2"),
                                service("v2", "{port: 80}").replace("app: v2", "n: v2"),
                                split("api", "{service: v1, weight: 1}, {service: v2, weight: 1}"),
                                target("a", "t", "v1", "web", RULE),
                                ROUTES)),
                keepsStill("SMI-SPLIT-07", with(base, sound, target("a", "t", "v1", "web", RULE), ROUTES)),
                says(
                        "SMI-SPLIT-08",
                        "warning: the mesh takes spec.service x.api for pod x",
                        "x.api",
                        with(base, split("x.api", "{service: v1, weight: 1}"))),
                keepsStill("SMI-SPLIT-08", with(base, sound)));
    }

    private static String routes(String more) {
        return group("a", "g", "{name: m, pathRegex: /x, " + more + "}");
    }

    private static String split(String apex, String backends) {
        return object(
                "split.smi-spec.io/v1alpha2",
                "TrafficSplit",
                "s",
                "{service: " + apex + ", backends: [" + backends + "]}");
    }

    private static String[] with(String[] base, String... more) {
        return Stream.concat(Stream.of(base), Stream.of(more)).toArray(String[]::new);
    }
}
