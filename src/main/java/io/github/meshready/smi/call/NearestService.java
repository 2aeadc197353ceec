package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.manifest.NearestName;
import java.util.List;

/** Finds the Service that somebody probably meant by the name of one that does not exist. */
final class NearestService {

    private NearestService() {}

    /**
     * {@code ; did you mean x?}: a Service of the same namespace with a similar name, else one of another namespace with
     * the same name, else one in front of a workload of that name; nothing if there is none.
     */
    static String hint(ObjectName wanted, Application application) {
        List<ObjectName> names =
                application.services().stream().map(Service::name).sorted().toList();
        String near = NearestName.hint(
                wanted.name(),
                names.stream()
                        .filter(name -> name.namespace().equals(wanted.namespace()))
                        .map(ObjectName::name)
                        .toList());
        return near.isEmpty()
                ? names.stream()
                        .filter(name -> name.name().equals(wanted.name()))
                        .findFirst()
                        .map(name -> NearestName.question(name.toString()))
                        .orElseGet(() -> inFront(wanted, application))
                : near;
    }

    private static String inFront(ObjectName wanted, Application application) {
        return application.workloads().stream()
                .filter(workload -> workload.objectName().equals(wanted))
                .flatMap(workload -> application.servicesOf(workload).stream()
                        .map(service -> NearestName.question(service.name().name() + ", which selects "
                                + workload.kind().kind() + " " + workload.name())))
                .sorted()
                .findFirst()
                .orElse("");
    }
}
