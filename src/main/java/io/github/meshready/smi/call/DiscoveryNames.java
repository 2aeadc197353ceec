package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names by which applications find each other in a registry: what a module calls itself, which need not be the name of
 * the Service in front of it.
 */
final class DiscoveryNames {

    private final Application application;
    private final Map<ObjectName, Set<Service>> services = new HashMap<>();

    DiscoveryNames(Application application, List<ParsedModule> modules) {
        this.application = application;
        for (Workload workload : application.workloads()) {
            for (Container container : workload.pod().containers()) {
                Set<String> names = new TreeSet<>(CalledNames.of(workload, container));
                List<String> more = new ArrayList<>();
                modules.stream()
                        .filter(module -> module.names().stream().anyMatch(names::contains))
                        .forEach(module -> more.addAll(module.names()));
                names.addAll(more);
                names.forEach(name -> services.computeIfAbsent(
                                new ObjectName(workload.namespace(), name.toLowerCase(Locale.ROOT)),
                                key -> new LinkedHashSet<>())
                        .addAll(application.servicesOf(workload)));
            }
        }
    }

    /** The host that a name stands for: itself where it is a Service's, else the only Service of who is called so. */
    String host(String name, String namespace) {
        ObjectName wanted = new ObjectName(namespace, name.toLowerCase(Locale.ROOT));
        Set<Service> known = services.getOrDefault(wanted, Set.of());
        boolean other = application.service(wanted).isEmpty() && known.size() == 1;
        return other ? known.iterator().next().name().name() : name;
    }
}
