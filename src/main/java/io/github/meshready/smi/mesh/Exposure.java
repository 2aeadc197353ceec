package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Service that traffic from outside of the mesh reaches.
 *
 * @param service the Service
 * @param ports the ports that it reaches
 * @param how by what, in words
 */
public record Exposure(Service service, List<ServicePort> ports, String how) {

    private static final List<String> INGRESS_GROUPS = List.of("networking.k8s.io", "extensions");

    public Exposure {
        ports = List.copyOf(ports);
    }

    /** Services of type LoadBalancer and NodePort, and backends of Ingresses; each Service once. */
    public static List<Exposure> all(Application application) {
        Map<Service, Set<ServicePort>> ports = new LinkedHashMap<>();
        Map<Service, String> how = new LinkedHashMap<>();
        for (Service service : application.services()) {
            if (service.isExposed()) {
                ports.put(service, new LinkedHashSet<>(service.tcpPorts()));
                how.put(service, "Service type " + service.type());
            }
        }
        for (KubeObject object : application.objects()) {
            if (object.kind().equals("Ingress") && INGRESS_GROUPS.contains(object.group())) {
                backends(object)
                        .forEach(backend -> application
                                .service(new ObjectName(object.namespace(), backend.service()))
                                .ifPresent(service -> {
                                    service.tcpPorts().stream()
                                            .filter(backend::means)
                                            .forEach(
                                                    port -> ports.computeIfAbsent(service, key -> new LinkedHashSet<>())
                                                            .add(port));
                                    how.putIfAbsent(service, "Ingress " + object.name());
                                }));
            }
        }
        List<Exposure> all = new ArrayList<>();
        ports.forEach((service, exposed) -> all.add(new Exposure(service, List.copyOf(exposed), how.get(service))));
        return all;
    }

    private record Backend(String service, String port) {

        boolean means(ServicePort candidate) {
            return port.equals(Integer.toString(candidate.number())) || port.equals(candidate.name());
        }
    }

    private static List<Backend> backends(KubeObject ingress) {
        List<Fields> backends = new ArrayList<>();
        ingress.fields().mapping("spec").ifPresent(spec -> {
            spec.mapping("defaultBackend").or(() -> spec.mapping("backend")).ifPresent(backends::add);
            for (Fields rule : spec.mappings("rules")) {
                rule.mapping("http")
                        .ifPresent(http -> http.mappings("paths")
                                .forEach(path -> path.mapping("backend").ifPresent(backends::add)));
            }
        });
        return backends.stream().map(Exposure::backend).toList();
    }

    /** The form of networking.k8s.io/v1, else that of the versions before it. */
    private static Backend backend(Fields fields) {
        return fields.mapping("service")
                .map(service -> new Backend(
                        service.text("name").orElse(""),
                        service.mapping("port")
                                .flatMap(port -> port.text("number").or(() -> port.text("name")))
                                .orElse("")))
                .orElseGet(() -> new Backend(
                        fields.text("serviceName").orElse(""),
                        fields.text("servicePort").orElse("")));
    }
}
