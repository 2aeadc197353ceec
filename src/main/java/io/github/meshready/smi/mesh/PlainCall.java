package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.policy.IngressBackend.Source;
import io.github.meshready.smi.policy.PolicySet.Ingress;
import java.util.List;
import java.util.Optional;

/** A call that does not go through a sidecar of the caller: it gets through where pods listen without theirs. */
final class PlainCall {

    private final Mesh mesh;
    private final Workload client;
    private final String reason;

    /** @param reason why no sidecar of the caller takes part */
    PlainCall(Mesh mesh, Workload client, String reason) {
        this.mesh = mesh;
        this.client = client;
        this.reason = reason;
    }

    Decision to(Endpoint endpoint) {
        Workload server = endpoint.workload();
        boolean plain = mesh.membership().outside(server).isPresent()
                || mesh.exclusions().inbound(server, endpoint.targetPort());
        if (plain) {
            return passes();
        }
        // The proxies match by port and addresses, so an IngressBackend of any Service over the same pods counts.
        List<Decision> decisions = mesh.application().servicesOf(server).stream()
                .flatMap(each -> through(each, endpoint).stream())
                .toList();
        return decisions.stream()
                .filter(Decision::isAllowed)
                .findFirst()
                .or(() -> decisions.stream().filter(Decision::mayPass).findFirst())
                .or(() -> decisions.stream().findFirst())
                .orElseGet(() -> refused(server, server.name() + " accepts only sidecars"));
    }

    /**
     * What the IngressBackends of a Service do; nothing if it has none. Of a headless Service that names the pods of a
     * StatefulSet the mesh knows only these names, and of several for one port any is followed (OSM v1.2.4,
     * pkg/catalog/ingress.go, pkg/policy/client.go).
     */
    private Optional<Decision> through(Service each, Endpoint endpoint) {
        boolean isNamed =
                !mesh.mode().dialect().knowsPodsByName() || !mesh.application().namesPods(each);
        List<Decision> decisions = isNamed
                ? mesh.policies().ingress(each.name(), endpoint.targetPort()).stream()
                        .map(ingress -> through(ingress, endpoint.workload()))
                        .toList()
                : List.of();
        boolean differ = decisions.stream().map(Decision::outcome).distinct().count() > 1;
        return differ
                ? Optional.of(undetermined("several IngressBackends open the port of Service " + each.name()
                        + "; the mesh follows whichever it sees first"))
                : decisions.stream().findFirst();
    }

    private Decision passes() {
        return Decision.of(Outcome.OUTSIDE, "the call does not pass through the mesh (" + reason + ")");
    }

    private Decision refused(Workload server, String why) {
        return Decision.of(
                Outcome.CLIENT_WITHOUT_SIDECAR,
                client.name() + " calls without a sidecar (" + reason + ") and " + why + ": the connection is refused");
    }

    /** Sources that are no addresses restrict nothing over http (OSM v1.2.4, pkg/envoy/lds/ingress.go). */
    private Decision through(Ingress ingress, Workload server) {
        IngressBackend policy = ingress.policy();
        String name = "IngressBackend " + policy.object().objectName();
        if (policy.sources().stream().anyMatch(this::isEmpty)) {
            return refused(server, "the mesh drops " + name + ", as a Service among its sources has no endpoints");
        }
        if (ingress.backend().isEncrypted() && !ingress.backend().skipsClientCertificate()) {
            return refused(server, name + " asks for a certificate of the mesh");
        }
        List<Source> addresses =
                policy.sources().stream().filter(Source::isAddress).toList();
        if (ingress.backend().isEncrypted()) {
            return undetermined(name + " lets in TLS only");
        }
        if (addresses.isEmpty() || addresses.stream().anyMatch(this::isClient)) {
            return passes();
        }
        return addresses.stream().allMatch(Source::isService)
                ? refused(server, name + " lets in other Services")
                : undetermined(name + " lets in ranges of addresses");
    }

    /** Whether a source is a Service of the manifests that leads nowhere: it drops the whole policy (pkg/catalog/ingress.go). */
    private boolean isEmpty(Source source) {
        return source.isService()
                && mesh.application()
                        .service(source.name())
                        .filter(named -> !named.leadsElsewhere()
                                && mesh.application().selectedBy(named).isEmpty())
                        .isPresent();
    }

    private boolean isClient(Source source) {
        return source.isService()
                && mesh.application()
                        .service(source.name())
                        .filter(named -> mesh.application().selectedBy(named).contains(client))
                        .isPresent();
    }

    private Decision undetermined(String why) {
        return Decision.of(Outcome.INGRESS, client.name() + " calls without a sidecar (" + reason + "), and " + why);
    }
}
