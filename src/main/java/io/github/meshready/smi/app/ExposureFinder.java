package io.github.meshready.smi.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what lets traffic from outside reach Services: Services of type LoadBalancer and NodePort, Ingresses, routes of
 * the Gateway API, Routes of OpenShift, HTTPProxies of Contour and IngressRoutes of Traefik.
 */
public final class ExposureFinder {

    private static final List<String> INGRESS = List.of("networking.k8s.io", "extensions");
    private static final String GATEWAY = "gateway.networking.k8s.io";
    private static final Set<String> PROXIES =
            Set.of("projectcontour.io/HTTPProxy", "traefik.io/IngressRoute", "traefik.containo.us/IngressRoute");

    private final Application application;
    private final Map<Key, Set<ServicePort>> ports = new LinkedHashMap<>();
    private final Map<Key, String> how = new LinkedHashMap<>();

    private record Key(Service service, Exposure.Way way) {}

    public ExposureFinder(Application application) {
        this.application = application;
    }

    /** The exposures, one for each Service and way. */
    public List<Exposure> find() {
        for (Service service : application.services()) {
            if (service.isExposed()) {
                Key key = new Key(service, Exposure.Way.DIRECT);
                ports.put(key, new LinkedHashSet<>(service.tcpPorts()));
                how.put(key, "Service type " + service.type());
            }
        }
        application.objects().forEach(this::routes);
        List<Exposure> all = new ArrayList<>();
        ports.forEach(
                (key, exposed) -> all.add(new Exposure(key.service(), List.copyOf(exposed), key.way(), how.get(key))));
        return all;
    }

    private void routes(KubeObject object) {
        Fields spec = object.fields().mapping("spec").orElse(null);
        if (spec == null) {
            return;
        }
        if (object.kind().equals("Ingress") && INGRESS.contains(object.group())) {
            ingress(spec).forEach(backend -> add(object, backend));
        } else if (object.group().equals(GATEWAY) && !isOfMesh(spec)) {
            spec.mappings("rules").stream()
                    .flatMap(rule -> rule.mappings("backendRefs").stream())
                    .filter(backend -> backend.text("kind").orElse("Service").equals("Service"))
                    .forEach(backend -> add(object, Backend.of(backend)));
        } else if (object.is("route.openshift.io", "Route")) {
            String port = spec.mapping("port")
                    .flatMap(fields -> fields.text("targetPort"))
                    .orElse("");
            spec.mapping("to").ifPresent(backend -> add(object, Backend.byTarget(backend, port)));
            spec.mappings("alternateBackends").forEach(backend -> add(object, Backend.byTarget(backend, port)));
        } else if (PROXIES.contains(object.group() + "/" + object.kind())) {
            spec.mappings("routes").stream()
                    .flatMap(route -> route.mappings("services").stream())
                    .forEach(backend -> add(object, Backend.of(backend)));
            spec.mapping("tcpproxy")
                    .ifPresent(
                            proxy -> proxy.mappings("services").forEach(backend -> add(object, Backend.of(backend))));
        }
    }

    /** Routes whose parents are Services are for calls inside of a mesh (Gateway API, GAMMA). */
    private static boolean isOfMesh(Fields spec) {
        List<Fields> parents = spec.mappings("parentRefs");
        return !parents.isEmpty()
                && parents.stream()
                        .allMatch(parent -> parent.text("kind").orElse("").equals("Service"));
    }

    private void add(KubeObject object, Backend backend) {
        String namespace = backend.namespace().isEmpty() ? object.namespace() : backend.namespace();
        application.service(new ObjectName(namespace, backend.service())).ifPresent(service -> {
            Key key = new Key(service, Exposure.Way.PROXY);
            service.tcpPorts().stream().filter(backend::means).forEach(port -> {
                ports.computeIfAbsent(key, each -> new LinkedHashSet<>()).add(port);
                how.putIfAbsent(key, object.kind() + " " + object.name());
            });
        });
    }

    /** A Service and the number or name of a port of it; the empty string means every port. */
    private record Backend(String namespace, String service, String port, boolean byTarget) {

        static Backend of(Fields fields) {
            return new Backend(
                    fields.text("namespace").orElse(""),
                    fields.text("name").orElse(""),
                    fields.text("port").orElse(""),
                    false);
        }

        /** Routes of OpenShift give the target port, by number or name (route.openshift.io/v1, RoutePort). */
        static Backend byTarget(Fields fields, String port) {
            return new Backend("", fields.text("name").orElse(""), port, true);
        }

        boolean means(ServicePort candidate) {
            return port.isEmpty()
                    || port.equals(candidate.name())
                    || port.equals(byTarget ? candidate.target().toString() : Integer.toString(candidate.number()));
        }
    }

    private static List<Backend> ingress(Fields spec) {
        List<Fields> backends = new ArrayList<>();
        spec.mapping("defaultBackend").or(() -> spec.mapping("backend")).ifPresent(backends::add);
        for (Fields rule : spec.mappings("rules")) {
            rule.mapping("http")
                    .ifPresent(http -> http.mappings("paths")
                            .forEach(path -> path.mapping("backend").ifPresent(backends::add)));
        }
        return backends.stream().map(ExposureFinder::ingressBackend).toList();
    }

    /** The form of networking.k8s.io/v1, else that of the versions before it. */
    private static Backend ingressBackend(Fields fields) {
        return fields.mapping("service")
                .map(service -> new Backend(
                        "",
                        service.text("name").orElse(""),
                        service.mapping("port")
                                .flatMap(port -> port.text("number").or(() -> port.text("name")))
                                .orElse(""),
                        false))
                .orElseGet(() -> new Backend(
                        "",
                        fields.text("serviceName").orElse(""),
                        fields.text("servicePort").orElse(""),
                        false));
    }
}
