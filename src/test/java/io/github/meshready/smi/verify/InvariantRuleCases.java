package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.verify.InvariantCase.deny;
import static io.github.meshready.smi.verify.InvariantCase.noPath;
import static io.github.meshready.smi.verify.InvariantCase.onlyGet;
import static io.github.meshready.smi.verify.InvariantWorld.ALLOW;
import static io.github.meshready.smi.verify.InvariantWorld.API;
import static io.github.meshready.smi.verify.InvariantWorld.BARE;
import static io.github.meshready.smi.verify.InvariantWorld.BOOKS;
import static io.github.meshready.smi.verify.InvariantWorld.DB;
import static io.github.meshready.smi.verify.InvariantWorld.HTTP;
import static io.github.meshready.smi.verify.InvariantWorld.OTHER;
import static io.github.meshready.smi.verify.InvariantWorld.PERMISSIVE;
import static io.github.meshready.smi.verify.InvariantWorld.PORT;
import static io.github.meshready.smi.verify.InvariantWorld.RAW;
import static io.github.meshready.smi.verify.InvariantWorld.STORE;
import static io.github.meshready.smi.verify.InvariantWorld.WEB;
import static io.github.meshready.smi.verify.InvariantWorld.ingress;
import static io.github.meshready.smi.verify.RuleManifests.annotated;

/** Cases of the rules about invariants: what they say, and where they point at; InvariantsTest tries what they find. */
final class InvariantRuleCases {

    private static final String TARGET = "apiVersion: access";

    private InvariantRuleCases() {}

    static void addTo(RuleCases cases) {
        cases.rule("SMI-INV-01")
                .saysOf(
                        deny("*", "api", "db"),
                        "error: Deployment/a/web can call a/api:80, which \"deny from * to api except db\" rules out:"
                                + " GET /books passes by match m (k8s/app.yaml:",
                        TARGET,
                        WEB,
                        API,
                        DB,
                        HTTP,
                        ALLOW,
                        BOOKS)
                .saysOf(
                        deny("web", "api"),
                        "error: Deployment/a/web can call a/api:80, which \"deny from web to api\" rules out; that"
                                + " depends on what is not determined: GET /books may pass, as match m (k8s/app.yaml:",
                        TARGET,
                        WEB,
                        API,
                        DB,
                        HTTP,
                        ALLOW,
                        target("a", "u", "api", "db", OTHER),
                        group("a", "g", "{name: m, pathRegex: /books, methods: [GET]}", "{name: o}"))
                .saysOf(
                        deny("*", "api"),
                        "error: with permissive mode on, anyone can call a/api:80, which \"deny from * to api\" rules out:"
                                + " any request, such as GET / passes as no policy counts",
                        "apiVersion: config",
                        WEB,
                        API,
                        HTTP,
                        PERMISSIVE)
                .saysOf(
                        deny("*", "api"),
                        "error: past the mesh, anyone can call a/api:80, which \"deny from * to api\" rules out:"
                                + " anything passes as its pods have no sidecar (its pods are annotated against injection)",
                        "disabled",
                        WEB,
                        annotated(API, BARE),
                        HTTP)
                .saysOf(
                        deny("*", "api"),
                        "error: whoever IngressBackend a/in lets in can call a/api:80, which \"deny from * to api\" rules out:"
                                + " any request, such as GET / passes as it lets in 10.0.0.0/8",
                        "apiVersion: policy",
                        WEB,
                        API,
                        HTTP,
                        ingress("{kind: IPRange, name: 10.0.0.0/8}"))
                .keepsStillOf(deny("*", "api", "web"), WEB, API, HTTP, ALLOW, BOOKS)
                .keepsStill(WEB, API, HTTP, ALLOW, BOOKS);

        cases.rule("SMI-INV-02")
                .saysOf(
                        noPath("web", "db"),
                        "error: Deployment/a/web can get to a/api:80, from there to a/db:5432, which \"no path from web to db\""
                                + " rules out: from Deployment/a/web to a/api:80, GET /books passes by match m (k8s/app.yaml:",
                        TARGET,
                        WEB,
                        API,
                        DB,
                        HTTP,
                        RAW,
                        ALLOW,
                        BOOKS,
                        STORE,
                        PORT)
                .keepsStillOf(noPath("web", "db"), WEB, API, DB, HTTP, RAW, ALLOW, BOOKS, PORT);

        cases.rule("SMI-INV-03")
                .saysOf(
                        onlyGet("web", "api"),
                        "error: Deployment/a/web can send more than that to a/api:80, which \"only GET from web to api\" rules"
                                + " out: POST / passes by match m (k8s/app.yaml:",
                        TARGET,
                        WEB,
                        API,
                        HTTP,
                        ALLOW,
                        group("a", "g", "{name: m}"))
                .keepsStillOf(onlyGet("web", "api"), WEB, API, HTTP, ALLOW, BOOKS);
    }
}
