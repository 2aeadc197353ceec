package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Egress;
import io.github.meshready.smi.app.MeshProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Decides one call: what its ends are, whether the caller's sidecar takes part, which pods the sidecar knows, and what
 * each of them does. TrafficSplits are not followed yet.
 */
final class Decider {

    private final Mesh mesh;
    private final Connection connection;
    private final Workload client;
    private final Service service;
    private final ServicePort port;

    Decider(Mesh mesh, Connection connection) {
        this.mesh = mesh;
        this.connection = connection;
        this.client = connection.client();
        this.service = connection.service();
        this.port = connection.port();
    }

    Decision decide(Optional<HttpRequest> request) {
        List<Endpoint> endpoints = endpoints();
        Optional<Decision> nowhere = nowhere(endpoints);
        if (nowhere.isPresent()) {
            return nowhere.get();
        }
        Optional<String> plain = mesh.membership()
                .outside(client)
                .or(() -> mesh.exclusions().outbound(client, port.number())
                        ? Optional.of("the port is excluded from its sidecar")
                        : Optional.empty());
        return plain.isPresent()
                ? join(endpoints, new PlainCall(mesh, client, service, plain.get())::to)
                : throughSidecar(endpoints, request);
    }

    /** The call of an init container: the sidecar starts behind it (OSM v1.2.4, pkg/injector/patch.go; osm#4654). */
    Decision decideBeforeSidecar() {
        List<Endpoint> endpoints = endpoints();
        String reason = "its init containers run before its sidecar";
        return nowhere(endpoints).orElseGet(() -> join(endpoints, new PlainCall(mesh, client, service, reason)::to));
    }

    /** Pods without the port that a Service names are left out of it, by Kubernetes. */
    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Workload workload : mesh.application().selectedBy(service)) {
            OptionalInt target = port.target().on(workload.pod());
            if (target.isPresent() && mesh.membership().rejected(workload).isEmpty()) {
                endpoints.add(new Endpoint(workload, ServedPort.of(service, port, target.getAsInt())));
            }
        }
        return endpoints;
    }

    /** What happens if one end does not exist. */
    private Optional<Decision> nowhere(List<Endpoint> endpoints) {
        List<Workload> behind = mesh.application().selectedBy(service);
        if (behind.isEmpty()) {
            return Optional.of(at(Outcome.NO_PODS, "Service " + service.name() + " selects no pods of the manifests"));
        }
        Optional<String> rejected = mesh.membership().rejected(client);
        if (rejected.isPresent()) {
            return Optional.of(at(Outcome.POD_REJECTED, client.name() + " does not start: " + rejected.get()));
        }
        if (!endpoints.isEmpty()) {
            return Optional.empty();
        }
        return behind.stream()
                .flatMap(workload -> mesh.membership().rejected(workload).stream()
                        .map(reason -> at(Outcome.POD_REJECTED, workload.name() + " does not start: " + reason)))
                .findFirst()
                .or(() -> Optional.of(at(
                        Outcome.NO_TARGET_PORT,
                        "no container behind Service " + service.name() + " has a port named " + port.target())));
    }

    private Decision throughSidecar(List<Endpoint> endpoints, Optional<HttpRequest> request) {
        Optional<String> unwatched = mesh.membership().unwatched(service.name().namespace());
        if (unwatched.isPresent()) {
            return leaving(unwatched.get());
        }
        if (mesh.policies().split(service.name()).isPresent()) {
            return at(
                    Outcome.SPLIT,
                    "a TrafficSplit spreads calls to Service " + service.name() + " over others, and what becomes of"
                            + " them there is not decided here yet");
        }
        List<Endpoint> named = endpoints.stream().filter(this::isNamed).toList();
        if (named.isEmpty()) {
            return toStrangers(endpoints);
        }
        List<Endpoint> known = named.stream().filter(this::isKnown).toList();
        return fault().orElseGet(
                        () -> join(known.isEmpty() ? named : known, new SidecarCall(mesh, client, request)::to));
    }

    private boolean isNamed(Endpoint endpoint) {
        return mesh.mode().permissive()
                || mesh.names(client.account(), endpoint.workload().account());
    }

    /** A sidecar gets the pods of accounts that a TrafficTarget lets it call, sidecar or not at their end. */
    private boolean isKnown(Endpoint endpoint) {
        return mesh.mode().permissive()
                || mesh.knows(client.account(), endpoint.workload().account());
    }

    /** Without a TrafficTarget the caller's sidecar takes the Service for something outside of the mesh. */
    private Decision toStrangers(List<Endpoint> endpoints) {
        Optional<String> reason = endpoints.stream()
                .flatMap(endpoint -> mesh.membership().outside(endpoint.workload()).stream()
                        .map(why -> endpoint.workload().name() + " has no sidecar (" + why + ")"))
                .findFirst();
        boolean allOutside = endpoints.stream()
                .allMatch(endpoint ->
                        mesh.membership().outside(endpoint.workload()).isPresent());
        if (allOutside) {
            return leaving(reason.orElseThrow());
        }
        if (reason.isPresent()) {
            return at(
                    Outcome.PARTIAL,
                    "only some of the pods behind Service " + service.name() + " can answer: " + reason.get()
                            + ", the others have one and accept only sidecars that a TrafficTarget names");
        }
        return fault().orElseGet(() -> AccountDecision.noTarget(
                client.account(), endpoints.get(0).workload().account()));
    }

    private Decision leaving(String reason) {
        if (mesh.mode().egress() != Egress.CLOSED) {
            return at(Outcome.OUTSIDE, reason + ": the call leaves the mesh");
        }
        boolean letOut = !mesh.policies().egress(client.account()).isEmpty();
        return letOut
                ? at(Outcome.EGRESS, reason + ": the call leaves the mesh, and an Egress decides")
                : at(Outcome.EGRESS_CLOSED, reason + ": the call leaves the mesh, and the MeshConfig lets none out");
    }

    /** What breaks every call to this port, whatever policies say. */
    private Optional<Decision> fault() {
        if (MeshProtocol.of(port).protocol().isEmpty()) {
            return Optional.of(at(
                    Outcome.UNSUPPORTED_PROTOCOL,
                    "appProtocol " + port.appProtocol().orElseThrow() + " is not supported: the mesh configures nothing"
                            + " for this port"));
        }
        Optional<String> listener = Listeners.outboundFault(service);
        if (listener.isPresent()) {
            return Optional.of(at(
                    Outcome.LISTENER_REJECTED, listener.get() + ": the callers' proxies refuse their configuration"));
        }
        boolean namesPodsOnly = service.headless()
                && !connection.toPods()
                && MeshProtocol.of(port).protocol().orElseThrow().isHttp()
                && mesh.application().selectedBy(service).stream()
                        .anyMatch(workload -> workload.governingService()
                                .filter(service.name().name()::equals)
                                .isPresent());
        return namesPodsOnly
                ? Optional.of(at(
                        Outcome.HEADLESS_NAME,
                        "Service " + service.name() + " is headless and names the pods of a StatefulSet: the mesh knows"
                                + " only these names, so requests to the Service's own get 404"))
                : Optional.empty();
    }

    /** A client balances over all pods; where they do differently, it fails now and then. */
    private Decision join(List<Endpoint> endpoints, Function<Endpoint, Decision> decide) {
        List<Decision> all = endpoints.stream().map(decide).distinct().toList();
        boolean alike = all.stream().map(Decision::mayPass).distinct().count() == 1;
        Decision failing =
                all.stream().filter(decision -> !decision.mayPass()).findFirst().orElse(all.get(0));
        if (alike) {
            Decision first = all.stream()
                    .filter(decision -> !decision.isAllowed())
                    .findFirst()
                    .orElse(all.get(0));
            List<Location> places = all.stream()
                    .flatMap(decision -> decision.decidedBy().stream())
                    .toList();
            return new Decision(first.outcome(), first.reason(), places.isEmpty() ? List.of(port.location()) : places);
        }
        return new Decision(
                Outcome.PARTIAL,
                "only some of the pods behind Service " + service.name() + " answer: " + failing.reason(),
                failing.decidedBy());
    }

    private Decision at(Outcome outcome, String reason) {
        return new Decision(outcome, reason, List.of(port.location()));
    }
}
