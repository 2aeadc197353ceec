package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.policy.IngressBackend.Source;
import io.github.meshready.smi.policy.PolicySet.Ingress;
import java.util.List;

/** The IngressBackends as the mesh sees them (OSM v1.2.4, pkg/catalog/ingress.go, pkg/policy/client.go). */
public final class IngressPolicies {

    private final Mesh mesh;

    IngressPolicies(Mesh mesh) {
        this.mesh = mesh;
    }

    /**
     * What lets traffic in to a Service's pods on a port; of several, the mesh follows any. Of a headless Service that names
     * the pods of a StatefulSet the mesh knows only these names, which none is for.
     */
    public List<Ingress> of(Service service, int targetPort) {
        boolean isKnown =
                !mesh.mode().dialect().knowsPodsByName() || !mesh.application().namesPods(service);
        return isKnown ? mesh.policies().ingress(service.name(), targetPort) : List.of();
    }

    /** Whether the mesh drops a policy: a Service of the manifests among its sources leads nowhere. */
    public boolean drops(IngressBackend policy) {
        return policy.sources().stream().anyMatch(this::isEmpty);
    }

    /** Whether another policy opens the same port, so that the mesh may follow either. */
    public boolean isContested(Ingress ingress) {
        ObjectName service = new ObjectName(
                ingress.policy().object().namespace(), ingress.backend().service());
        return mesh.policies().ingress(service, ingress.backend().port()).stream()
                .anyMatch(other -> !other.policy().equals(ingress.policy()));
    }

    private boolean isEmpty(Source source) {
        return source.isService()
                && mesh.application()
                        .service(source.name())
                        .filter(named -> !named.leadsElsewhere()
                                && mesh.application().selectedBy(named).isEmpty())
                        .isPresent();
    }
}
