package io.github.meshready.smi.call;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.NearestName;
import java.util.List;
import java.util.Map;

/** Finds the Service that somebody probably meant by the name of one that does not exist. */
final class NearestService {

    private final Application application;
    private final Map<String, List<String>> namesByNamespace;
    private final Map<String, List<ObjectName>> byName;
    private final Map<ObjectName, List<Workload>> workloads;

    NearestService(Application application) {
        this.application = application;
        List<ObjectName> names =
                application.services().stream().map(Service::name).sorted().toList();
        this.namesByNamespace =
                names.stream().collect(groupingBy(ObjectName::namespace, mapping(ObjectName::name, toList())));
        this.byName = names.stream().collect(groupingBy(ObjectName::name));
        this.workloads = application.workloads().stream().collect(groupingBy(Workload::objectName));
    }

    /**
     * {@code ; did you mean x?}: a Service of the same namespace with a similar name, else one of another namespace with
     * the same name, else one in front of a workload of that name; nothing if there is none.
     */
    String hint(ObjectName wanted) {
        String near = NearestName.hint(wanted.name(), namesByNamespace.getOrDefault(wanted.namespace(), List.of()));
        if (!near.isEmpty()) {
            return near;
        }
        List<ObjectName> elsewhere = byName.getOrDefault(wanted.name(), List.of());
        return elsewhere.isEmpty()
                ? inFront(wanted)
                : NearestName.question(elsewhere.get(0).toString());
    }

    private String inFront(ObjectName wanted) {
        return workloads.getOrDefault(wanted, List.of()).stream()
                .flatMap(workload -> application.servicesOf(workload).stream()
                        .map(service -> NearestName.question(service.name().name() + ", which selects "
                                + workload.kind().kind() + " " + workload.name())))
                .sorted()
                .findFirst()
                .orElse("");
    }
}
