package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The hosts that requests to a Service may be for, each with and without its port: the short name only for callers of its
 * own namespace (OSM v1.2.4, pkg/k8s/util.go GetHostnamesForService; the fork builds the same list).
 *
 * @param service the Service
 * @param port its port
 * @param namespace the caller's namespace
 */
public record HostNames(Service service, ServicePort port, String namespace) {

    /** The names without the port, the shortest first. */
    public List<String> names() {
        String alone = service.name().name();
        String full = alone + "." + service.name().namespace();
        Stream<String> longer = Stream.of(full, full + ".svc", full + ".svc.cluster", full + ".svc.cluster.local");
        return service.name().namespace().equals(namespace)
                ? Stream.concat(Stream.of(alone), longer).toList()
                : longer.toList();
    }

    /** The names without and with the port, in lower case. */
    public List<String> hosts() {
        return names().stream()
                .flatMap(name -> Stream.of(name, name + ":" + port.number()))
                .toList();
    }

    /** @param host what stands in a request's Host header, in any case */
    boolean contains(String host) {
        return hosts().contains(host.toLowerCase(Locale.ROOT));
    }
}
