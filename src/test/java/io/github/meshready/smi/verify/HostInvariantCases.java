package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.verify.InvariantCase.deny;
import static io.github.meshready.smi.verify.InvariantCase.proved;
import static io.github.meshready.smi.verify.InvariantCase.refuted;
import static io.github.meshready.smi.verify.InvariantWorld.ALLOW;
import static io.github.meshready.smi.verify.InvariantWorld.API;
import static io.github.meshready.smi.verify.InvariantWorld.HTTP;
import static io.github.meshready.smi.verify.InvariantWorld.WEB;
import static io.github.meshready.smi.verify.RuleManifests.over;
import static io.github.meshready.smi.verify.RuleManifests.service;

import java.util.List;

/** Invariants over routes for hosts: requests are for those that the caller's sidecar knows (osm.md section 4.4). */
final class HostInvariantCases {

    private static final String BY = " (TrafficTarget a/t)";

    private HostInvariantCases() {}

    static List<InvariantCase> hosts() {
        String far = WEB.replace("namespace: a", "namespace: b");
        String forFar = ALLOW.replace("name: web, namespace: a", "name: web, namespace: b");
        String account = "ServiceAccount/b/web > a/api:80: GET /, header host: api.a" + BY;
        String split = "apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: s, namespace: a}\n"
                + "spec: {service: front, backends: [{service: api, weight: 1}]}\n";
        String front = over(service("front", "{port: 80, targetPort: 8080}"), "api");
        return List.of(
                near("a short name", "api", "GET /, header host: api"),
                near("a longer one", "api[.]a[.]svc", "GET /, header host: api.a.svc"),
                near("one with the port", ".*:80", "GET /, header host: api:80"),
                near("any", ".*", "GET /, header host: api"),
                near("in another case", "API", "GET with a path that matches .*, header host that matches API"),
                nothing("another host", "{host: 'shop[.]example[.]com'}"),
                nothing("another port", "{host: 'api:8080'}"),
                nothing("another spelling of the header, which never comes", "{Host: api}"),
                proved(
                        "a short name elsewhere",
                        deny("web", "api"),
                        far,
                        namespace("b"),
                        API,
                        HTTP,
                        forFar,
                        host("api")),
                refuted(
                        "a long name elsewhere",
                        deny("web", "api"),
                        "Deployment/b/web > a/api:80: GET /, header host: api.a" + BY,
                        far,
                        namespace("b"),
                        API,
                        HTTP,
                        forFar,
                        host("api.*")),
                proved("of an account", deny("ServiceAccount/b/web", "api"), API, HTTP, forFar, host("api")),
                refuted(
                        "and a long one",
                        deny("ServiceAccount/b/web", "api"),
                        account,
                        API,
                        HTTP,
                        forFar,
                        host("api.*")),
                refuted(
                        "the name of what a TrafficSplit spreads",
                        deny("web", "api"),
                        "Deployment/a/web > a/front:80: GET /, header host: front" + BY,
                        WEB,
                        API,
                        HTTP,
                        front,
                        split,
                        ALLOW,
                        host("front")));
    }

    private static InvariantCase near(String what, String host, String sent) {
        return refuted(
                what,
                deny("web", "api"),
                "Deployment/a/web > a/api:80: " + sent + BY,
                WEB,
                API,
                HTTP,
                ALLOW,
                host(host));
    }

    private static InvariantCase nothing(String what, String header) {
        return proved(what, deny("web", "api"), WEB, API, HTTP, ALLOW, match(header));
    }

    private static String host(String host) {
        return match("{host: '" + host + "'}");
    }

    private static String match(String header) {
        return group("a", "g", "{name: m, methods: [GET], headers: [" + header + "]}");
    }
}
