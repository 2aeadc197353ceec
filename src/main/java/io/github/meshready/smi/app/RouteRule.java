package io.github.meshready.smi.app;

import io.github.meshready.smi.manifest.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule by which a proxy at the edge of the cluster forwards requests: of an Ingress, a route of the Gateway API, a Route of
 * OpenShift, a HTTPProxy of Contour or an IngressRoute of Traefik.
 *
 * @param hosts the hosts that it is for; none means any, or that they are not told in a form that is read here
 * @param backends what it leads to
 */
record RouteRule(List<String> hosts, List<RouteBackend> backends) {

    private static final List<String> INGRESS = List.of("networking.k8s.io", "extensions");
    private static final String GATEWAY = "gateway.networking.k8s.io";
    private static final Set<String> PROXIES =
            Set.of("projectcontour.io/HTTPProxy", "traefik.io/IngressRoute", "traefik.containo.us/IngressRoute");

    /** The rules of an object; none if it is of another kind. */
    static List<RouteRule> of(KubeObject object) {
        Fields spec = object.fields().mapping("spec").orElse(null);
        if (spec == null) {
            return List.of();
        }
        String namespace = object.namespace();
        if (object.kind().equals("Ingress") && INGRESS.contains(object.group())) {
            return ofIngress(spec, namespace);
        }
        if (object.group().equals(GATEWAY) && !isOfMesh(spec)) {
            return List.of(ofGateway(spec, namespace));
        }
        if (object.is("route.openshift.io", "Route")) {
            return List.of(ofOpenShift(spec, namespace));
        }
        return PROXIES.contains(object.group() + "/" + object.kind()) ? List.of(ofProxy(spec, namespace)) : List.of();
    }

    private static List<RouteRule> ofIngress(Fields spec, String namespace) {
        List<RouteRule> rules = new ArrayList<>();
        spec.mapping("defaultBackend")
                .or(() -> spec.mapping("backend"))
                .ifPresent(backend ->
                        rules.add(new RouteRule(List.of(), List.of(RouteBackend.ofIngress(backend, namespace)))));
        for (Fields rule : spec.mappings("rules")) {
            List<RouteBackend> backends =
                    rule.mapping("http").map(http -> http.mappings("paths")).orElse(List.of()).stream()
                            .flatMap(path -> path.mapping("backend").stream())
                            .map(backend -> RouteBackend.ofIngress(backend, namespace))
                            .toList();
            rules.add(new RouteRule(rule.text("host").stream().toList(), backends));
        }
        return rules;
    }

    private static RouteRule ofGateway(Fields spec, String namespace) {
        List<RouteBackend> backends = spec.mappings("rules").stream()
                .flatMap(rule -> rule.mappings("backendRefs").stream())
                .filter(backend -> backend.text("kind").orElse("Service").equals("Service"))
                .map(backend -> RouteBackend.of(backend, namespace))
                .toList();
        return new RouteRule(
                spec.scalars("hostnames").stream().map(ScalarNode::value).toList(), backends);
    }

    /** Routes whose parents are Services are for calls inside of a mesh (Gateway API, GAMMA). */
    private static boolean isOfMesh(Fields spec) {
        List<Fields> parents = spec.mappings("parentRefs");
        return !parents.isEmpty()
                && parents.stream()
                        .allMatch(parent -> parent.text("kind").orElse("").equals("Service"));
    }

    private static RouteRule ofOpenShift(Fields spec, String namespace) {
        String port = spec.mapping("port")
                .flatMap(fields -> fields.text("targetPort"))
                .orElse("");
        List<RouteBackend> backends = Stream.concat(
                        spec.mapping("to").stream(), spec.mappings("alternateBackends").stream())
                .map(backend -> RouteBackend.byTarget(backend, port, namespace))
                .toList();
        return new RouteRule(spec.text("host").stream().toList(), backends);
    }

    private static RouteRule ofProxy(Fields spec, String namespace) {
        List<RouteBackend> backends = Stream.concat(spec.mappings("routes").stream(), spec.mapping("tcpproxy").stream())
                .flatMap(route -> route.mappings("services").stream())
                .map(backend -> RouteBackend.of(backend, namespace))
                .toList();
        List<String> hosts = spec.mapping("virtualhost").flatMap(fields -> fields.text("fqdn")).stream()
                .toList();
        return new RouteRule(hosts, backends);
    }
}
