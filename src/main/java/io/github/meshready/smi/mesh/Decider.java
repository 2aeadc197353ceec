package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Decides one call: what its ends are, whether the caller's sidecar takes part, which pods the sidecar knows, and what
 * each of them does.
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
        Optional<String> plain = pastSidecar();
        Optional<Decision> elsewhere = elsewhere(plain);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        List<Endpoint> endpoints = endpoints();
        Optional<Decision> nowhere = nowhere(endpoints);
        if (nowhere.isPresent()) {
            return nowhere.get();
        }
        return plain.isPresent()
                ? join(endpoints, new PlainCall(mesh, client, plain.get())::to)
                : throughSidecar(endpoints, request);
    }

    /** Why the caller's sidecar takes no part in the call; empty if it does. */
    Optional<String> pastSidecar() {
        return mesh.membership()
                .outside(client)
                .or(() -> mesh.exclusions().outbound(client, port.number())
                        ? Optional.of("the port is excluded from its sidecar")
                        : Optional.empty());
    }

    /** The call of an init container: the sidecar starts behind it (OSM v1.2.4, pkg/injector/patch.go; osm#4654). */
    Decision decideBeforeSidecar() {
        List<Endpoint> endpoints = endpoints();
        String reason = "its init containers run before its sidecar";
        return nowhere(endpoints).orElseGet(() -> join(endpoints, new PlainCall(mesh, client, reason)::to));
    }

    /** Pods without the port that a Service names are left out of it, by Kubernetes. */
    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Workload workload : mesh.application().selectedBy(service)) {
            OptionalInt target = port.target().on(workload.pod());
            if (target.isPresent() && mesh.membership().rejected(workload).isEmpty()) {
                endpoints.add(new Endpoint(workload, ServedPort.of(service, port, target.getAsInt())));
            }
        }
        return endpoints;
    }

    /**
     * What happens if nobody in the mesh is behind the Service. Without a selector it belongs to no account, so that
     * calls leave the mesh; permissive mode takes it for a member (OSM v1.2.4, pkg/providers/kube/client.go; osm#5284). An
     * alias has neither an address nor endpoints.
     *
     * @param plain why no sidecar of the caller takes part
     */
    private Optional<Decision> elsewhere(Optional<String> plain) {
        if (!leadsElsewhere() || mesh.membership().rejected(client).isPresent()) {
            return Optional.empty();
        }
        String nobody = "Service " + service.name() + (service.isAlias() ? " is an alias" : " has no selector");
        if (plain.isPresent()) {
            return Optional.of(at(Outcome.OUTSIDE, "the call does not pass through the mesh (" + plain.get() + ")"));
        }
        boolean isMember = mesh.mode().permissive()
                && !service.isAlias()
                && mesh.membership().unwatched(service.name().namespace()).isEmpty();
        return Optional.of(
                isMember
                        ? at(
                                Outcome.SERVER_WITHOUT_SIDECAR,
                                nobody
                                        + ", and in permissive mode the caller's sidecar speaks mesh TLS to its addresses")
                        : new LeavingCall(mesh, connection).decide(nobody));
    }

    /** Whether the call comes to none of the manifests' workloads, whatever becomes of it. */
    boolean leadsElsewhere() {
        boolean isSpread = !connection.toPods() && mesh.splits().spread(service);
        return service.leadsElsewhere() && !isSpread;
    }

    /** What happens if one end does not exist. */
    Optional<Decision> nowhere(List<Endpoint> endpoints) {
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
            return new LeavingCall(mesh, connection).decide(unwatched.get());
        }
        List<Endpoint> named = endpoints.stream().filter(this::isNamed).toList();
        Optional<SplitCall> split = split();
        if (named.isEmpty()) {
            Decision strangers = toStrangers(endpoints);
            return strangers.outcome() == Outcome.NO_TARGET
                            && split.filter(SplitCall::reachesSome).isPresent()
                    ? at(
                            Outcome.BROKEN_SPLIT,
                            "account " + client.account() + " may call backends of the TrafficSplit, but none of the"
                                    + " pods that Service " + service.name()
                                    + " selects: its sidecar does not know the Service")
                    : strangers;
        }
        return fault().or(() -> request.flatMap(this::stranger))
                .orElseGet(() -> split.map(call -> call.decide(request))
                        .orElseGet(() -> join(handedOut(named), new SidecarCall(mesh, client.account(), request)::to)));
    }

    /** What spreads the call over other Services, if anything does. */
    Optional<SplitCall> split() {
        return connection.toPods() || !mesh.splits().spread(service)
                ? Optional.empty()
                : Optional.of(new SplitCall(mesh, connection, mesh.policies().splits(service.name())));
    }

    /** What happens to a request for a host that the caller's sidecar has no virtual host for. */
    private Optional<Decision> stranger(HttpRequest request) {
        boolean isHttp =
                port.meshProtocol().protocol().filter(AppProtocol::isHttp).isPresent();
        return request.host()
                .filter(host -> isHttp
                        && !connection.toPods()
                        && !new HostNames(service, port, client.namespace()).contains(host))
                .map(host -> at(
                        Outcome.UNKNOWN_HOST,
                        "the request is for host " + Printable.text(host) + ", and Service " + service.name()
                                + " is known by its own names only: 404"));
    }

    /** The call as it arrives at a backend of a TrafficSplit: the sidecar has no cluster for pods that it does not know. */
    Decision decideAsBackend(Optional<HttpRequest> request) {
        List<Endpoint> endpoints = endpoints();
        Optional<Decision> nowhere = nowhere(endpoints);
        if (nowhere.isPresent()) {
            return nowhere.get();
        }
        if (mesh.application().namesPods(service)) {
            return headlessName();
        }
        List<Endpoint> named = endpoints.stream().filter(this::isNamed).toList();
        if (named.isEmpty()) {
            return at(
                    Outcome.NO_TARGET,
                    "no TrafficTarget lets account " + client.account() + " call the pods behind Service "
                            + service.name() + ": these calls get 503");
        }
        return fault().orElseGet(() -> join(handedOut(named), new SidecarCall(mesh, client.account(), request)::to));
    }

    /** Whether a sidecar is told of an account at all, with or without its pods. */
    boolean isNamed(Endpoint endpoint) {
        return mesh.mode().permissive()
                || mesh.names(client.account(), endpoint.workload().account());
    }

    /** Of the pods whose accounts a sidecar is told of those that it is given; where there are none, what becomes of the call. */
    List<Endpoint> handedOut(List<Endpoint> named) {
        List<Endpoint> known = named.stream().filter(this::isKnown).toList();
        return known.isEmpty() ? named : known;
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
            return new LeavingCall(mesh, connection).decide(reason.orElseThrow());
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

    /** What breaks every call to this port, whatever policies say. */
    Optional<Decision> fault() {
        if (port.meshProtocol().protocol().isEmpty()) {
            return Optional.of(at(
                    Outcome.UNSUPPORTED_PROTOCOL,
                    "appProtocol " + port.appProtocol().orElseThrow() + " is not supported: the mesh configures nothing"
                            + " for this port"));
        }
        Optional<String> listener = mesh.listeners().outboundFault(service);
        if (listener.isPresent()) {
            return Optional.of(at(
                    Outcome.LISTENER_REJECTED, listener.get() + ": the callers' proxies refuse their configuration"));
        }
        boolean namesPodsOnly = mesh.mode().dialect().knowsPodsByName()
                && !connection.toPods()
                && port.meshProtocol().protocol().orElseThrow().isHttp()
                && mesh.application().namesPods(service);
        return namesPodsOnly ? Optional.of(headlessName()) : Optional.empty();
    }

    private Decision headlessName() {
        return at(
                Outcome.HEADLESS_NAME,
                "Service " + service.name() + " is headless and names the pods of a StatefulSet: the mesh knows only"
                        + " these names, so requests to the Service's own get 404");
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
