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
        List<Decision> decisions =
                arrivals(endpoint).stream().map(Arrival::decision).toList();
        return decisions.stream()
                .filter(Decision::isAllowed)
                .findFirst()
                .or(() -> decisions.stream().filter(Decision::mayPass).findFirst())
                .orElse(decisions.get(0));
    }

    /** What each IngressBackend makes of it, of which one has to let it in; one answer where none has a say. */
    List<Arrival> arrivals(Endpoint endpoint) {
        Workload server = endpoint.workload();
        if (!mesh.isGuarded(server, endpoint.targetPort())) {
            return List.of(new Arrival(server, endpoint.port(), passes(), Optional.empty()));
        }
        // The proxies match by port and addresses, so an IngressBackend of any Service over the same pods counts.
        List<Arrival> arrivals = mesh.application().servicesOf(server).stream()
                .flatMap(each -> through(each, endpoint).stream())
                .toList();
        return arrivals.isEmpty()
                ? List.of(new Arrival(
                        server,
                        endpoint.port(),
                        refused(server, server.name() + " accepts only sidecars"),
                        Optional.empty()))
                : arrivals;
    }

    /**
     * What the IngressBackends of a Service do; nothing if it has none. Of several that differ, those count that let the
     * call in, and any of them may be the one that the mesh does not follow.
     */
    private List<Arrival> through(Service each, Endpoint endpoint) {
        List<Arrival> arrivals = mesh.ingress().of(each, endpoint.targetPort()).stream()
                .map(ingress -> new Arrival(
                        endpoint.workload(),
                        endpoint.port(),
                        through(ingress, endpoint.workload()),
                        Optional.of(ingress)))
                .toList();
        boolean differ = arrivals.stream()
                        .map(arrival -> arrival.decision().outcome())
                        .distinct()
                        .count()
                > 1;
        if (!differ) {
            return arrivals;
        }
        Decision either = undetermined("several IngressBackends open the port of Service " + each.name()
                + "; the mesh follows whichever it sees first");
        return arrivals.stream()
                .filter(Arrival::mayPass)
                .map(arrival -> new Arrival(arrival.server(), arrival.port(), either, arrival.ingress()))
                .toList();
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
        if (mesh.ingress().drops(policy)) {
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
