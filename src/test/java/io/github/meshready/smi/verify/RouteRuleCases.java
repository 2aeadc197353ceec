package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.verify.RuleManifests.API;
import static io.github.meshready.smi.verify.RuleManifests.HTTP;
import static io.github.meshready.smi.verify.RuleManifests.ROUTES;
import static io.github.meshready.smi.verify.RuleManifests.RULE;
import static io.github.meshready.smi.verify.RuleManifests.TARGET;
import static io.github.meshready.smi.verify.RuleManifests.policy;
import static io.github.meshready.smi.verify.RuleManifests.service;

/** Cases of the rules about HTTPRouteGroups. */
final class RouteRuleCases {

    private static final String LARGE = "/(" + "books|authors|orders|".repeat(8) + "x)";

    private RouteRuleCases() {}

    static void addTo(RuleCases cases) {
        String other = target("a", "u", "api", "other", "{kind: HTTPRouteGroup, name: h, matches: [k]}");
        String wide = group("a", "h", "{name: k, pathRegex: '/.*', methods: [GET]}");
        cases.rule("SMI-HTTP-01")
                .says("error: headers of match m are a mapping", "{x", routes("headers: {x: z}"))
                .keepsStill(routes("headers: [{x: z}]"));

        cases.rule("SMI-HTTP-02")
                .says("error: an item of headers in match m has 2 keys", "[{x", routes("headers: [{x: z, w: z}]"))
                .keepsStill(routes("headers: [{x: z}, {w: z}]"));

        cases.rule("SMI-HTTP-03")
                .says("error: match m has the expression (?!z)", "{name: m", routes("headers: [{x: '(?!z)'}]"))
                .keepsStill(routes("headers: [{x: '[a-z]+'}]"));

        cases.rule("SMI-HTTP-04")
                .says("warning: the expression", "{name: m", path(LARGE))
                .keepsStill(path("/[a-z0-9]{1,20}/books"))
                .keepsStillIn("fsm:1.5", path(LARGE))
                .keepsStill(path("(?=x)"));

        cases.rule("SMI-HTTP-05")
                .says("warning: path /x\\?q=1 of match m asks for a question mark", "'/x", path("/x\\?q=1"))
                .says("warning: path x/y of match m does not start with a slash", "'x/y'", path("x/y"))
                .says("warning: path /x/{id} of match m has a parameter in braces", "'/x/{id}'", path("/x/{id}"))
                .keepsStill(path("/x(/.*)?"))
                .keepsStill(path(".*/x"))
                .keepsStill(path("/x{2}/[0-9]{1,3}"))
                .keepsStillIn("fsm:1.5", path("/x/*"));

        cases.rule("SMI-HTTP-06")
                .says(
                        "warning: match m asks for the header Host",
                        "[{Host",
                        group("a", "g", "{name: m, pathRegex: /x, methods: [GET], headers: [{Host: api}]}"))
                .keepsStill(
                        API,
                        HTTP,
                        TARGET,
                        group("a", "g", "{name: m, pathRegex: /x, methods: [GET], headers: [{host: api}]}"))
                .keepsStill(
                        API,
                        service("api", "{port: 8080}"),
                        TARGET,
                        group("a", "g", "{name: m, pathRegex: /x, methods: [GET], headers: [{host: 'api.*'}]}"));

        cases.rule("SMI-HTTP-07")
                .says(
                        "error: match m and match k",
                        "{name: m",
                        API,
                        HTTP,
                        TARGET,
                        routes("methods: [GET, POST]"),
                        other,
                        group("a", "h", "{name: k, pathRegex: /x, methods: [POST, GET]}"))
                .says("error: match m and match k", "{name: m", API, HTTP, TARGET, ROUTES, other, wide)
                .keepsStill(API, HTTP, TARGET, ROUTES, target("a", "u", "api", "other", RULE));

        cases.rule("SMI-HTTP-09")
                .says("error: ", "", group("a", "g", "{name: m, pathRegex: /x}", "{name: m, pathRegex: /z}"))
                .keepsStill(group("a", "g", "{name: m, pathRegex: /x}", "{name: k, pathRegex: /z}"));

        cases.rule("SMI-HTTP-10")
                .says("error: match m has the method \"get\"", "{name: m", routes("methods: [get]"))
                .keepsStill(ROUTES);

        cases.rule("SMI-HTTP-11")
                .says("info: no TrafficTarget and no Egress names it", "apiVersion: specs", ROUTES)
                .keepsStill(
                        ROUTES,
                        policy(
                                "Egress",
                                "e",
                                "{sources: [], ports: [], matches: [{apiGroup: specs.smi-spec.io/v1alpha4, kind: HTTPRouteGroup, name: g}]}"))
                .keepsStill(ROUTES, target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g}"));

        cases.rule("SMI-HTTP-12")
                .says(
                        "warning: it has routes for requests, and its destination serves no http",
                        "{kind: HTTP",
                        API,
                        service("api", "{port: 6379, appProtocol: tcp}"),
                        TARGET)
                .keepsStill(
                        API,
                        service("api", "{port: 6379, appProtocol: tcp}"),
                        HTTP.replace("name: api,", "name: web,"),
                        TARGET)
                .keepsStill(service("api", "{port: 6379, appProtocol: tcp}"), TARGET);

        cases.rule("SMI-HTTP-13")
                .says("info: match m allows every path", "{name: m", group("a", "g", "{name: m, methods: [GET]}"))
                .keepsStill(ROUTES);
    }

    private static String path(String regex) {
        return group("a", "g", "{name: m, pathRegex: '" + regex + "', methods: [GET]}");
    }

    private static String routes(String more) {
        return group("a", "g", "{name: m, pathRegex: /x, " + more + "}");
    }
}
