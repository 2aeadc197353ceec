package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.verify.InvariantCase.deny;
import static io.github.meshready.smi.verify.InvariantCase.onlyGet;
import static io.github.meshready.smi.verify.InvariantCase.proved;
import static io.github.meshready.smi.verify.InvariantCase.refuted;
import static io.github.meshready.smi.verify.InvariantWorld.ALLOW;
import static io.github.meshready.smi.verify.InvariantWorld.API;
import static io.github.meshready.smi.verify.InvariantWorld.BOOKS;
import static io.github.meshready.smi.verify.InvariantWorld.DB;
import static io.github.meshready.smi.verify.InvariantWorld.HTTP;
import static io.github.meshready.smi.verify.InvariantWorld.NOBODY;
import static io.github.meshready.smi.verify.InvariantWorld.OTHER;
import static io.github.meshready.smi.verify.InvariantWorld.PORT;
import static io.github.meshready.smi.verify.InvariantWorld.RAW;
import static io.github.meshready.smi.verify.InvariantWorld.RULE;
import static io.github.meshready.smi.verify.InvariantWorld.STORE;
import static io.github.meshready.smi.verify.InvariantWorld.THIEF;
import static io.github.meshready.smi.verify.InvariantWorld.WEB;
import static io.github.meshready.smi.verify.InvariantWorld.labelled;
import static io.github.meshready.smi.verify.RuleManifests.over;
import static io.github.meshready.smi.verify.RuleManifests.service;

import java.util.List;

/** Invariants where TrafficTargets and routes decide. */
final class PolicyInvariantCases {

    private PolicyInvariantCases() {}

    static List<InvariantCase> policies() {
        String granted = "Deployment/a/web > a/api:80: GET /books (TrafficTarget a/t)";
        String also = target("a", "u", "api", "db", OTHER);
        String one = "{name: m, pathRegex: '/books/.*'}";
        return List.of(
                proved("no policy", deny("web", "api"), WEB, API, HTTP, BOOKS),
                refuted("a policy", deny("web", "api"), granted, WEB, API, HTTP, ALLOW, BOOKS),
                proved("a policy for others", deny("db", "api"), WEB, API, DB, HTTP, ALLOW, BOOKS),
                proved("everybody but one", deny("*", "api", "web"), WEB, API, DB, HTTP, ALLOW, BOOKS),
                refuted("everybody", deny("*", "api"), granted, WEB, API, DB, HTTP, ALLOW, BOOKS),
                proved(
                        "a policy whose port is another",
                        deny("web", "db"),
                        WEB,
                        DB,
                        RAW,
                        tcpRoute("a", "r", "1"),
                        target("a", "s", "db", "web", "{kind: TCPRoute, name: r}")),
                refuted(
                        "raw TCP",
                        deny("*", "db"),
                        "Deployment/a/api > a/db:5432: any connection (TrafficTarget a/s)",
                        API,
                        DB,
                        RAW,
                        STORE,
                        PORT),
                refuted(
                        "a policy for HTTP opens raw ports beside",
                        onlyGet("web", "api"),
                        "Deployment/a/web > a/raw:81: any connection (TrafficTarget a/t)",
                        WEB,
                        API,
                        HTTP,
                        over(service("raw", "{port: 81, appProtocol: tcp}"), "api"),
                        ALLOW,
                        BOOKS),
                refuted(
                        "an account that several run as",
                        deny("*", "api", "Deployment/web"),
                        "Deployment/a/job > a/api:80: GET /books (TrafficTarget a/t)",
                        WEB,
                        deploymentAs("a", "job", "web"),
                        API,
                        HTTP,
                        ALLOW,
                        BOOKS),
                refuted(
                        "an account that nobody runs as",
                        deny("*", "api"),
                        "ServiceAccount/b/thief > a/api:80: GET /books (TrafficTarget a/t)",
                        WEB,
                        API,
                        HTTP,
                        THIEF,
                        BOOKS),
                proved("which is excepted", deny("*", "api", "b/thief"), WEB, API, HTTP, THIEF, BOOKS),
                refuted(
                        "pods of another account",
                        deny("web", "ServiceAccount/a/api"),
                        "Deployment/a/web > ServiceAccount/a/api: connections (TrafficTarget a/t)",
                        WEB,
                        ALLOW,
                        BOOKS),
                proved(
                        "to which nothing leads",
                        deny("web", "ServiceAccount/a/api"),
                        WEB,
                        BOOKS,
                        ALLOW.replace("kind: TrafficTarget", "kind: TrafficTarget\n# void")
                                .replace(RULE, RULE + ", {kind: UDPRoute, name: x}")),
                refuted(
                        "no source means anyone",
                        deny("*", "api"),
                        "anyone > a/api:80: GET /books (TrafficTarget a/t)",
                        WEB,
                        API,
                        HTTP,
                        NOBODY,
                        BOOKS),
                proved(
                        "and nobody whose sidecar does not know the pods",
                        deny("web", "api"),
                        WEB,
                        API,
                        HTTP,
                        NOBODY,
                        BOOKS),
                refuted(
                        "a part of the pods of a Service",
                        deny("web", "api"),
                        "Deployment/a/web > a/all:80: GET /books (TrafficTarget a/t)",
                        WEB,
                        labelled(API),
                        labelled(DB),
                        service("all", "{port: 80}").replace("{app: all}", "{tier: one}"),
                        ALLOW,
                        BOOKS),
                proved(
                        "an expression that the proxies refuse",
                        deny("web", "api"),
                        WEB,
                        API,
                        HTTP,
                        ALLOW,
                        group("a", "g", "{name: m, pathRegex: '(?=x)'}")),
                refuted(
                        "headers",
                        deny("web", "api"),
                        "Deployment/a/web > a/api:80: POST /v1/x, header client: web, header host: api (TrafficTarget a/t)",
                        WEB,
                        API,
                        HTTP,
                        ALLOW,
                        group(
                                "a",
                                "g",
                                "{name: m, pathRegex: '/v[0-9]/[^/]+', methods: [POST], headers: [{client: web|x}, {host: api}]}")),
                refuted(
                        "an expression without a sample",
                        deny("web", "api"),
                        "Deployment/a/web > a/api:80: GET with a path that matches /\\\\p{Greek}+, header h that matches x (TrafficTarget a/t)"
                                .replace("\\\\", "\\"),
                        WEB,
                        API,
                        HTTP,
                        ALLOW,
                        group("a", "g", "{name: m, pathRegex: '/\\p{Greek}+', methods: [GET], headers: [{h: x}]}")),
                refuted(
                        "routes of others that match the same",
                        deny("web", "api"),
                        "?Deployment/a/web > a/api:80: GET /books (TrafficTarget a/t)",
                        WEB,
                        API,
                        DB,
                        HTTP,
                        ALLOW,
                        also,
                        group("a", "g", "{name: m, pathRegex: /books, methods: [GET]}", "{name: o}")),
                refuted(
                        "a request beside them",
                        deny("web", "api"),
                        "Deployment/a/web > a/api:80: GET /books/ (TrafficTarget a/t)",
                        WEB,
                        API,
                        DB,
                        HTTP,
                        ALLOW,
                        also,
                        group("a", "g", one, "{name: o, pathRegex: '/books/.+'}")),
                refuted(
                                "another mesh, where routes do not compete",
                                deny("web", "api"),
                                granted,
                                WEB,
                                API,
                                DB,
                                HTTP,
                                ALLOW,
                                also,
                                group("a", "g", "{name: m, pathRegex: /books, methods: [GET]}", "{name: o}"))
                        .with("fsm:1.5"));
    }
}
