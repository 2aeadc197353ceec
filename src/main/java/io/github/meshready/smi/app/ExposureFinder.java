package io.github.meshready.smi.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what lets traffic from outside reach Services: Services of type LoadBalancer and NodePort, and routes. */
public final class ExposureFinder {

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
        for (KubeObject object : application.objects()) {
            RouteRule.of(object).forEach(rule -> rule.backends().forEach(backend -> add(object, backend)));
        }
        List<Exposure> all = new ArrayList<>();
        ports.forEach(
                (key, exposed) -> all.add(new Exposure(key.service(), List.copyOf(exposed), key.way(), how.get(key))));
        return all;
    }

    /** A route to an alias leads to the Service that it names. */
    private void add(KubeObject object, RouteBackend backend) {
        application.service(backend.service()).map(application::followed).ifPresent(service -> {
            Key key = new Key(service, Exposure.Way.PROXY);
            service.tcpPorts().stream().filter(backend::means).forEach(port -> {
                ports.computeIfAbsent(key, each -> new LinkedHashSet<>()).add(port);
                how.putIfAbsent(key, object.kind() + " " + object.name());
            });
        });
    }
}
