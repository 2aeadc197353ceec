package io.github.meshready.smi.verify;

import static io.github.meshready.smi.verify.InvariantCase.deny;
import static io.github.meshready.smi.verify.InvariantCase.proved;
import static io.github.meshready.smi.verify.InvariantCase.refuted;
import static io.github.meshready.smi.verify.InvariantWorld.ALLOW;
import static io.github.meshready.smi.verify.InvariantWorld.ANY_GET;
import static io.github.meshready.smi.verify.InvariantWorld.API;
import static io.github.meshready.smi.verify.InvariantWorld.BARE;
import static io.github.meshready.smi.verify.InvariantWorld.BOOKS;
import static io.github.meshready.smi.verify.InvariantWorld.CLOSED;
import static io.github.meshready.smi.verify.InvariantWorld.HTTP;
import static io.github.meshready.smi.verify.InvariantWorld.PERMISSIVE;
import static io.github.meshready.smi.verify.InvariantWorld.WEB;
import static io.github.meshready.smi.verify.InvariantWorld.ingress;
import static io.github.meshready.smi.verify.RuleManifests.also;
import static io.github.meshready.smi.verify.RuleManifests.annotated;
import static io.github.meshready.smi.verify.RuleManifests.over;
import static io.github.meshready.smi.verify.RuleManifests.service;

import java.util.List;

/** Invariants where the mesh follows one IngressBackend and not another, and where Services lead to nobody in it. */
final class IngressInvariantCases {

    private IngressInvariantCases() {}

    static List<InvariantCase> ingressBackends() {
        String bare = annotated(WEB, BARE);
        String front = service("web", "{port: 1}");
        String forWeb = ingress("{kind: Service, name: web, namespace: a}");
        String forOthers = second(ingress("{kind: Service, name: far, namespace: b}"));
        String byIn = "Deployment/a/web > a/api:80: " + ANY_GET + " (IngressBackend a/in)";
        String entry = "whoever IngressBackend a/in lets in > a/api:80: " + ANY_GET + " (IngressBackend a/in)";
        String set = API.replace("kind: Deployment", "kind: StatefulSet")
                .replaceFirst("spec:\n", "spec:\n  serviceName: api\n");
        String names = also(HTTP, "clusterIP: None");
        String gone = service("gone", "{port: 1}");
        String dropped = ingress("{kind: Service, name: web, namespace: a}, {kind: Service, name: gone, namespace: a}");
        return List.of(
                refuted("one for the caller", deny("web", "api"), byIn, bare, front, API, HTTP, forWeb),
                refuted(
                        "and one for others, of which the mesh follows either",
                        deny("web", "api"),
                        "?" + byIn,
                        bare,
                        front,
                        API,
                        HTTP,
                        forWeb,
                        forOthers),
                refuted("two for the caller", deny("web", "api"), byIn, bare, front, API, HTTP, forWeb, second(forWeb))
                        .and(byIn.replace("a/in)", "a/second)")),
                proved(
                        "two for others",
                        deny("web", "api"),
                        bare,
                        API,
                        HTTP,
                        forOthers.replace("second", "in"),
                        forOthers),
                refuted("whoever one lets in", deny("IngressBackend/in", "api"), entry, API, HTTP, ingress("")),
                refuted(
                        "unless the mesh follows another one",
                        deny("IngressBackend/in", "api"),
                        "?" + entry,
                        API,
                        HTTP,
                        ingress(""),
                        forOthers),
                proved(
                        "one that is dropped for a source without pods",
                        deny("IngressBackend/in", "api"),
                        bare,
                        front,
                        gone,
                        API,
                        HTTP,
                        dropped),
                proved("not for the caller either", deny("web", "api"), bare, front, gone, API, HTTP, dropped),
                proved(
                        "one for a Service that names the pods of a StatefulSet",
                        deny("IngressBackend/in", "api"),
                        set,
                        names,
                        ingress("")),
                proved("nor for pods without a sidecar", deny("web", "api"), bare, set, names, ingress("")),
                refuted(
                        "whose pods another Service fronts",
                        deny("IngressBackend/in", "api"),
                        entry.replace("a/api:80", "a/other:80"),
                        set,
                        names,
                        over(service("other", "{port: 80, targetPort: 8080}"), "api"),
                        ingress("").replace("name: api", "name: other")));
    }

    static List<InvariantCase> elsewhere() {
        String alias = HTTP.replace("spec:\n", "spec:\n  type: ExternalName\n  externalName: api.example.com\n");
        return List.of(
                proved(
                        "an alias leads to none of the pods that it selects",
                        deny("web", "api"),
                        WEB,
                        API,
                        alias,
                        ALLOW,
                        BOOKS),
                proved("nor in permissive mode", deny("web", "api"), WEB, API, alias, PERMISSIVE),
                proved(
                        "nor without a sidecar at either end",
                        deny("web", "api"),
                        WEB,
                        annotated(API, BARE),
                        alias,
                        CLOSED),
                proved("a Service without selector", deny("web", "api"), WEB, API, bareSelector(HTTP), PERMISSIVE));
    }

    private static String bareSelector(String service) {
        return service.replaceFirst("  selector: .*\n", "");
    }

    private static String second(String ingress) {
        return ingress.replace("name: in,", "name: second,");
    }
}
