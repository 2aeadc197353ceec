package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.verify.InvariantCase.deny;
import static io.github.meshready.smi.verify.InvariantCase.proved;
import static io.github.meshready.smi.verify.InvariantCase.refuted;
import static io.github.meshready.smi.verify.InvariantWorld.ANY_GET;
import static io.github.meshready.smi.verify.InvariantWorld.API;
import static io.github.meshready.smi.verify.InvariantWorld.BARE;
import static io.github.meshready.smi.verify.InvariantWorld.CLOSED;
import static io.github.meshready.smi.verify.InvariantWorld.DB;
import static io.github.meshready.smi.verify.InvariantWorld.HTTP;
import static io.github.meshready.smi.verify.InvariantWorld.PERMISSIVE;
import static io.github.meshready.smi.verify.InvariantWorld.RAW;
import static io.github.meshready.smi.verify.InvariantWorld.RULE;
import static io.github.meshready.smi.verify.InvariantWorld.WEB;
import static io.github.meshready.smi.verify.InvariantWorld.ingress;
import static io.github.meshready.smi.verify.RuleManifests.also;
import static io.github.meshready.smi.verify.RuleManifests.annotated;
import static io.github.meshready.smi.verify.RuleManifests.config;
import static io.github.meshready.smi.verify.RuleManifests.pods;
import static io.github.meshready.smi.verify.RuleManifests.service;

import java.util.List;

/** Invariants where no policy has a say: what no sidecar sees, what comes from outside, permissive mode. */
final class PastMeshInvariantCases {

    private PastMeshInvariantCases() {}

    static List<InvariantCase> pastTheMesh() {
        String bare = annotated(API, BARE);
        String anyone = "anyone > a/api:80: anything (Deployment a/api)";
        String excluded = annotated(API, "openservicemesh.io/inbound-port-exclusion-list: '9090'");
        String by = " > a/api:80: " + ANY_GET + " (IngressBackend a/in)";
        String entry = "whoever IngressBackend a/in lets in" + by;
        String init = pods(WEB, "initContainers: [{name: i, image: x}]");
        return List.of(
                refuted("no sidecar", deny("*", "api"), anyone, WEB, bare, HTTP),
                refuted(
                        "nor a Service",
                        deny("*", "api"),
                        anyone.replace("a/api:80", "its pods' addresses"),
                        WEB,
                        bare),
                refuted(
                        "by the address of pods, also in the mesh",
                        deny("web", "api"),
                        anyone.replace("anyone", "Deployment/a/web").replace("anything", ANY_GET),
                        WEB,
                        bare,
                        HTTP),
                proved("unless nothing is let out", deny("web", "api"), WEB, bare, HTTP, CLOSED),
                refuted(
                        "but init containers are",
                        deny("web", "api"),
                        anyone.replace("anyone", "Deployment/a/web").replace("anything", ANY_GET),
                        init,
                        bare,
                        HTTP,
                        CLOSED),
                refuted(
                        "and what is excluded",
                        deny("web", "api"),
                        anyone.replace("anyone", "Deployment/a/web").replace("anything", ANY_GET),
                        annotated(WEB, "openservicemesh.io/outbound-ip-range-exclusion-list: 10.0.0.0/8"),
                        bare,
                        HTTP,
                        CLOSED),
                refuted(
                        "an excluded port",
                        deny("*", "api"),
                        anyone.replace("a/api:80", "port 9090 of its pods"),
                        WEB,
                        excluded,
                        HTTP),
                refuted(
                        "one that is excluded everywhere",
                        deny("*", "api"),
                        "anyone > port 8080 of its pods: anything (MeshConfig osm-mesh-config)",
                        WEB,
                        API,
                        HTTP,
                        config("{traffic: {inboundPortExclusionList: [8080, 9090]}}")),
                refuted(
                        "UDP",
                        deny("web", "api"),
                        "Deployment/a/web > a/api:53 over UDP: anything (Service a/api)",
                        WEB,
                        API,
                        service("api", "{port: 53, protocol: UDP}"),
                        CLOSED),
                refuted(
                        "IPv6",
                        deny("web", "api"),
                        "Deployment/a/web > a/api over IPv6: anything (Service a/api)",
                        WEB,
                        API,
                        also(HTTP, "ipFamilies: [IPv6]"),
                        CLOSED),
                proved(
                        "pods that do not start",
                        deny("*", "api"),
                        WEB,
                        annotated(API, "openservicemesh.io/sidecar-injection: maybe"),
                        HTTP),
                refuted(
                        "permissive mode, once for all",
                        deny("*", "*"),
                        "anyone > a/api:80: " + ANY_GET + " (MeshConfig osm-mesh-config)",
                        WEB,
                        API,
                        DB,
                        HTTP,
                        RAW,
                        PERMISSIVE),
                proved(
                        "but not for those without a sidecar",
                        deny("web", "api"),
                        annotated(WEB, BARE),
                        API,
                        HTTP,
                        PERMISSIVE),
                refuted(
                        "nor for accounts",
                        deny("a/web", "ServiceAccount/b/far"),
                        "Deployment/a/web > ServiceAccount/b/far: connections (MeshConfig osm-mesh-config)",
                        WEB,
                        target("b", "t", "far", "web", RULE),
                        PERMISSIVE),
                refuted(
                        "from outside",
                        deny("*", "api"),
                        entry,
                        WEB,
                        API,
                        HTTP,
                        ingress("{kind: IPRange, name: 203.0.113.0/24}")),
                proved(
                        "which is excepted",
                        deny("*", "api", "IngressBackend/in"),
                        WEB,
                        API,
                        HTTP,
                        ingress("{kind: IPRange, name: 203.0.113.0/24}")),
                proved(
                        "where pods do not come from",
                        deny("web", "api"),
                        WEB,
                        API,
                        HTTP,
                        ingress("{kind: IPRange, name: 203.0.113.0/24}")),
                refuted(
                        "where they may come from",
                        deny("web", "api"),
                        "?Deployment/a/web" + by,
                        WEB,
                        API,
                        HTTP,
                        ingress("{kind: IPRange, name: 10.1.0.0/16}")),
                proved(
                        "but not while nothing is let out",
                        deny("web", "api"),
                        WEB,
                        API,
                        HTTP,
                        CLOSED,
                        ingress("{kind: IPRange, name: 10.1.0.0/16}")),
                refuted("from anywhere", deny("web", "api"), "Deployment/a/web" + by, WEB, API, HTTP, ingress("")),
                refuted(
                        "without a sidecar",
                        deny("web", "api"),
                        "?Deployment/a/web" + by,
                        annotated(WEB, BARE),
                        API,
                        HTTP,
                        ingress("{kind: IPRange, name: 203.0.113.0/24}")),
                refuted(
                        "as the pods behind a Service",
                        deny("web", "api"),
                        "Deployment/a/web" + by,
                        annotated(WEB, BARE),
                        service("web", "{port: 1}"),
                        API,
                        HTTP,
                        ingress("{kind: Service, name: web, namespace: a}")),
                proved(
                        "and not as others",
                        deny("web", "api"),
                        annotated(WEB, BARE),
                        DB,
                        RAW,
                        API,
                        HTTP,
                        ingress("{kind: Service, name: db, namespace: a}")));
    }
}
