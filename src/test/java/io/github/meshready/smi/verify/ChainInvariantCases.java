package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.verify.InvariantCase.noPath;
import static io.github.meshready.smi.verify.InvariantCase.onlyGet;
import static io.github.meshready.smi.verify.InvariantCase.proved;
import static io.github.meshready.smi.verify.InvariantCase.refuted;
import static io.github.meshready.smi.verify.InvariantWorld.ALLOW;
import static io.github.meshready.smi.verify.InvariantWorld.ANY_GET;
import static io.github.meshready.smi.verify.InvariantWorld.API;
import static io.github.meshready.smi.verify.InvariantWorld.BARE;
import static io.github.meshready.smi.verify.InvariantWorld.BOOKS;
import static io.github.meshready.smi.verify.InvariantWorld.DB;
import static io.github.meshready.smi.verify.InvariantWorld.HTTP;
import static io.github.meshready.smi.verify.InvariantWorld.NOBODY;
import static io.github.meshready.smi.verify.InvariantWorld.OTHER;
import static io.github.meshready.smi.verify.InvariantWorld.PORT;
import static io.github.meshready.smi.verify.InvariantWorld.RAW;
import static io.github.meshready.smi.verify.InvariantWorld.STORE;
import static io.github.meshready.smi.verify.InvariantWorld.WEB;
import static io.github.meshready.smi.verify.InvariantWorld.ingress;
import static io.github.meshready.smi.verify.RuleManifests.annotated;
import static io.github.meshready.smi.verify.RuleManifests.service;

import io.github.meshready.smi.verify.invariant.Invariant;
import java.util.List;
import java.util.TreeSet;

/** Invariants about chains of calls, and about methods. */
final class ChainInvariantCases {

    private ChainInvariantCases() {}

    static List<InvariantCase> chains() {
        String web = "Deployment/a/web > a/api:80: GET /books (TrafficTarget a/t)";
        String api = "Deployment/a/api > a/db:5432: any connection (TrafficTarget a/s)";
        return List.of(
                proved("no path", noPath("web", "db"), WEB, API, DB, HTTP, RAW, ALLOW, BOOKS, PORT),
                refuted("a call", noPath("api", "db"), api, WEB, API, DB, HTTP, RAW, STORE, PORT),
                refuted(
                        "two calls",
                        noPath("web", "db"),
                        web + " | " + api,
                        WEB,
                        API,
                        DB,
                        HTTP,
                        RAW,
                        ALLOW,
                        STORE,
                        BOOKS,
                        PORT),
                refuted(
                        "the shortest",
                        noPath("web", "db"),
                        "Deployment/a/web > a/db:5432: any connection (TrafficTarget a/d)",
                        WEB,
                        API,
                        DB,
                        HTTP,
                        RAW,
                        ALLOW,
                        STORE,
                        BOOKS,
                        PORT,
                        target("a", "d", "db", "web", "{kind: TCPRoute, name: r}")),
                proved("the other way round", noPath("db", "web"), WEB, API, DB, HTTP, RAW, ALLOW, STORE, BOOKS, PORT),
                proved(
                        "only a circle",
                        noPath("web, db", "web"),
                        WEB,
                        DB,
                        RAW,
                        PORT,
                        target("a", "d", "db", "web", "{kind: TCPRoute, name: r}")),
                refuted("round and back to another", noPath("a/*", "*"), web, WEB, API, HTTP, ALLOW, BOOKS),
                refuted(
                        "from everywhere but one",
                        noPath("*", "db", "api"),
                        web + " | " + api,
                        WEB,
                        API,
                        DB,
                        HTTP,
                        RAW,
                        ALLOW,
                        STORE,
                        BOOKS,
                        PORT),
                refuted(
                        "through pods that are elsewhere",
                        noPath("web", "db"),
                        "Deployment/a/web > ServiceAccount/a/api: connections (TrafficTarget a/t)"
                                + " | ServiceAccount/a/api > a/db:5432: any connection (TrafficTarget a/s)",
                        WEB,
                        DB,
                        RAW,
                        ALLOW,
                        STORE,
                        BOOKS,
                        PORT),
                refuted(
                        "through pods without a sidecar, and what lets these in",
                        noPath("web", "db"),
                        "Deployment/a/web > a/api:80: any request, such as GET / (Deployment a/api)"
                                + " | Deployment/a/api > a/db:81: any request, such as GET / (IngressBackend a/in)",
                        WEB,
                        annotated(API, BARE),
                        HTTP,
                        DB,
                        service("db", "{port: 81}"),
                        ingress("{kind: Service, name: api, namespace: a}")
                                .replace("name: api, port: {number: 8080", "name: db, port: {number: 81")),
                refuted(
                        "from outside",
                        noPath("IngressBackend/in", "db"),
                        "whoever IngressBackend a/in lets in > a/api:80: " + ANY_GET + " (IngressBackend a/in) | "
                                + api,
                        API,
                        DB,
                        HTTP,
                        RAW,
                        STORE,
                        PORT,
                        ingress("")));
    }

    static List<InvariantCase> methods() {
        String get = group("a", "g", "{name: m, methods: [GET]}");
        return List.of(
                proved("GET", onlyGet("web", "api"), WEB, API, HTTP, ALLOW, get),
                proved("nothing", onlyGet("web", "api"), WEB, API, HTTP, get),
                refuted(
                        "another one",
                        onlyGet("web", "api"),
                        "Deployment/a/web > a/api:80: DELETE / (TrafficTarget a/t)",
                        WEB,
                        API,
                        HTTP,
                        ALLOW,
                        group("a", "g", "{name: m, methods: [GET, DELETE]}")),
                refuted(
                        "any",
                        onlyGet("web", "api"),
                        "Deployment/a/web > a/api:80: POST / (TrafficTarget a/t)",
                        WEB,
                        API,
                        HTTP,
                        ALLOW,
                        group("a", "g", "{name: m}")),
                proved(
                        "another one, for others",
                        onlyGet("web", "api"),
                        WEB,
                        API,
                        DB,
                        HTTP,
                        ALLOW,
                        target("a", "u", "api", "db", OTHER),
                        group("a", "g", "{name: m, methods: [GET]}", "{name: o, methods: [POST]}")),
                refuted(
                        "another one, by another target",
                        onlyGet("web", "api"),
                        "Deployment/a/web > a/api:80: POST / (TrafficTarget a/u)",
                        WEB,
                        API,
                        HTTP,
                        ALLOW,
                        target("a", "u", "api", "web", OTHER),
                        group("a", "g", "{name: m, methods: [GET]}", "{name: o, methods: [POST]}")),
                refuted(
                        "raw TCP",
                        onlyGet("*", "db"),
                        "Deployment/a/api > a/db:5432: any connection (TrafficTarget a/s)",
                        API,
                        DB,
                        RAW,
                        STORE,
                        PORT),
                refuted(
                        "pods that are elsewhere",
                        onlyGet("web", "ServiceAccount/a/api"),
                        "Deployment/a/web > ServiceAccount/a/api: connections (TrafficTarget a/t)",
                        WEB,
                        ALLOW,
                        get),
                refuted(
                        "no source",
                        onlyGet("*", "api"),
                        "anyone > a/api:80: POST / (TrafficTarget a/t)",
                        API,
                        HTTP,
                        NOBODY,
                        group("a", "g", "{name: m}")),
                proved("no source, but GET", onlyGet("*", "api"), API, HTTP, NOBODY, get),
                refuted(
                        "from outside",
                        onlyGet("*", "api"),
                        "whoever IngressBackend a/in lets in > a/api:80: any request, such as POST / (IngressBackend a/in)",
                        API,
                        HTTP,
                        ingress("")),
                refuted(
                        "the last method",
                        new Invariant.Only(
                                new Invariant.Ends(List.of("web"), List.of("api"), List.of()),
                                new TreeSet<>(List.of(
                                        "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE",
                                        "CONNECT"))),
                        "Deployment/a/web > a/api:80: PURGE / (TrafficTarget a/t)",
                        WEB,
                        API,
                        HTTP,
                        ALLOW,
                        group("a", "g", "{name: m}")));
    }
}
