package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.verify.RuleManifests.service;
import static io.github.meshready.smi.verify.RuleManifests.workload;

import java.util.List;

/** Cases of the rules that hold what is served, used and allowed against each other; RouteUseRulesTest tries more. */
final class RouteUseRuleCases {

    private static final String WEB = workload("web");
    private static final String API = workload("api");
    private static final String HTTP = service("api", "{port: 80, appProtocol: http}");
    private static final String TARGET =
            target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}");

    private RouteUseRuleCases() {}

    static void addTo(RuleCases cases) {
        String item = "GET /items/{id}";
        cases.rule("SMI-ROUTE-01")
                .saysWith(
                        build(item, "/items/2"),
                        "error: its call web -> api:80 http (declared) uses GET /items/2 (declared), and that is refused",
                        "",
                        WEB,
                        API,
                        HTTP,
                        TARGET,
                        routes("/items/1"))
                .keepsStillWith(build(item, "/items/1"), WEB, API, HTTP, TARGET, routes("/items/1"));
        cases.rule("SMI-ROUTE-02")
                .saysWith(
                        build(item, "/carts"),
                        "warning: its call web -> api:80 http (declared) uses /carts (declared), and nobody behind Service"
                                + " a/api serves that",
                        "",
                        WEB,
                        API,
                        HTTP,
                        TARGET,
                        routes("/items/1"))
                .keepsStillWith(build(item, "GET /items/1"), WEB, API, HTTP, TARGET, routes("/items/1"));
        cases.rule("SMI-ROUTE-03")
                .saysWith(
                        build(item, item),
                        "warning: match m lets GET / through to account a/api, which serves no such route",
                        "{name: m",
                        WEB,
                        API,
                        HTTP,
                        TARGET,
                        routes(".*"))
                .keepsStillWith(build(item, item), WEB, API, HTTP, TARGET, routes("^/items/[!-.0-~]+$"));
        cases.rule("SMI-ROUTE-04")
                .saysWith(
                        build(item, "GET /items/1"),
                        "warning: lets account a/web send GET /items/0 to a/api (match m), and no call of it uses that",
                        "apiVersion: access",
                        WEB,
                        API,
                        HTTP,
                        TARGET,
                        routes("/items/[0-9]"))
                .keepsStillWith(build(item, item), WEB, API, HTTP, TARGET, routes("/items/[0-9]"));
    }

    private static BuildSettings build(String served, String used) {
        return new BuildSettings(
                ConfigurationXml.read("<routes><of><service>api</service><routes><route>" + served
                        + "</route></routes></of></routes><calls><call><from>web</from><to>api</to><routes><route>"
                        + used
                        + "</route></routes></call></calls>"),
                List.of());
    }

    private static String routes(String path) {
        return group("a", "g", "{name: m, pathRegex: '" + path + "', methods: [GET]}");
    }
}
