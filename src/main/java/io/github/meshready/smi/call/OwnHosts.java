package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ExposedHosts;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Hosts by which people outside reach a workload: what it is known by, so not what it calls, if it is told of them. */
final class OwnHosts {

    private final Application application;
    private final Map<String, List<Service>> behind;

    OwnHosts(Application application) {
        this.application = application;
        this.behind = new ExposedHosts(application).find();
    }

    /** Whether a host leads to this workload and to nobody else. */
    boolean contains(Workload workload, String host) {
        List<Service> services = behind.getOrDefault(host.toLowerCase(Locale.ROOT), List.of());
        return !services.isEmpty()
                && services.stream()
                        .allMatch(service -> application.selectedBy(service).equals(List.of(workload)));
    }
}
