package io.github.meshready.smi.mesh;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ends of a call one by one, where {@link Decider} joins them to one decision: a call that only some of the pods behind a
 * Service take counts as broken there, and still reaches these.
 */
final class Arrivals {

    private final Mesh mesh;
    private final Connection connection;
    private final Decider decider;
    private final List<Endpoint> endpoints;

    Arrivals(Mesh mesh, Connection connection) {
        this.mesh = mesh;
        this.connection = connection;
        this.decider = new Decider(mesh, connection);
        List<Endpoint> all = decider.endpoints();
        boolean isElsewhere = decider.leadsElsewhere() || decider.nowhere(all).isPresent();
        this.endpoints = isElsewhere ? List.of() : all;
    }

    /** Of the call as the caller's pods make it. */
    List<Arrival> find() {
        Optional<String> reason = decider.pastSidecar();
        return reason.isPresent() ? pastSidecar(reason.get()) : throughSidecar();
    }

    /** @param reason why the caller's sidecar takes no part */
    List<Arrival> pastSidecar(String reason) {
        PlainCall call = new PlainCall(mesh, connection.client(), reason);
        return endpoints.stream()
                .flatMap(endpoint -> call.arrivals(endpoint).stream())
                .toList();
    }

    private List<Arrival> throughSidecar() {
        Optional<String> unwatched =
                mesh.membership().unwatched(connection.service().name().namespace());
        if (unwatched.isPresent()) {
            return each(endpoints, endpoint -> leaving(unwatched.get()));
        }
        List<Endpoint> named = endpoints.stream().filter(decider::isNamed).toList();
        if (named.isEmpty()) {
            return each(endpoints, this::toStranger);
        }
        if (decider.fault().isPresent()) {
            return List.of();
        }
        return decider.split().map(SplitCall::arrivals).orElseGet(() -> each(decider.handedOut(named), known()::to));
    }

    /** Of the call as it comes to a backend of a TrafficSplit. */
    List<Arrival> findAsBackend() {
        List<Endpoint> named = endpoints.stream().filter(decider::isNamed).toList();
        boolean fails = named.isEmpty()
                || mesh.application().namesPods(connection.service())
                || decider.fault().isPresent();
        return fails ? List.of() : each(decider.handedOut(named), known()::to);
    }

    private SidecarCall known() {
        return new SidecarCall(mesh, connection.client().account(), Optional.empty());
    }

    private Decision toStranger(Endpoint endpoint) {
        return mesh.membership()
                .outside(endpoint.workload())
                .map(why -> leaving(endpoint.workload().name() + " has no sidecar (" + why + ")"))
                .orElseGet(() -> AccountDecision.noTarget(
                        connection.client().account(), endpoint.workload().account()));
    }

    private Decision leaving(String reason) {
        return new LeavingCall(mesh, connection).decide(reason);
    }

    private static List<Arrival> each(List<Endpoint> endpoints, Function<Endpoint, Decision> decide) {
        return endpoints.stream()
                .map(endpoint ->
                        new Arrival(endpoint.workload(), endpoint.port(), decide.apply(endpoint), Optional.empty()))
                .toList();
    }
}
