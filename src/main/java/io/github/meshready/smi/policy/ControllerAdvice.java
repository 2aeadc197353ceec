package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an ingress controller needs: its namespace watched, so that the mesh knows its addresses, and no sidecar, as its
 * requests would come as those of a stranger (docs, guides/traffic_management/ingress.md).
 */
final class ControllerAdvice {

    private final Application application;
    private final Dialect dialect;
    private final PlannedMembership members;
    private final String meshName;

    ControllerAdvice(Application application, Dialect dialect, PlannedMembership members, String meshName) {
        this.application = application;
        this.dialect = dialect;
        this.members = members;
        this.meshName = meshName;
    }

    /** What is missing, in words. */
    List<String> on(ObjectName controller) {
        List<String> advice = new ArrayList<>();
        Optional<Namespace> declared = application.namespace(controller.namespace());
        if (declared.isEmpty() || !members.watches(controller.namespace())) {
            advice.add(
                    "Namespace " + controller.namespace() + " of the controller has to be watched by the mesh, without"
                            + " sidecars: " + dialect.product() + " namespace add " + controller.namespace()
                            + (meshName.equals(dialect.product().toString()) ? "" : " --mesh-name " + meshName)
                            + " --disable-sidecar-injection");
        }
        if (declared.isPresent() && application.service(controller).isEmpty()) {
            advice.add("No manifest defines Service " + controller
                    + " of the controller, though one defines its namespace:"
                    + " if there is no such Service, the mesh lets nobody in");
        }
        application.service(controller).stream()
                .flatMap(service -> application.selectedBy(service).stream())
                .filter(members::hasSidecar)
                .forEach(workload -> advice.add("The controller " + workload.name()
                        + " would get a sidecar and its requests be refused: annotate its pod template with "
                        + dialect.injection() + ": disabled"));
        return advice;
    }
}
