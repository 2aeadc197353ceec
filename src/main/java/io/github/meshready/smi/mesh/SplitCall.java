package io.github.meshready.smi.mesh;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.policy.PortReading;
import io.github.meshready.smi.policy.Split;
import io.github.meshready.smi.policy.SplitPorts;
import io.github.meshready.smi.policy.TrafficSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A call to a Service that a TrafficSplit spreads over others. The caller's sidecar sends it to one of the backends, by
 * their weights, and to the backend's own port of the number that was dialled (OSM v1.2.4,
 * pkg/catalog/outbound_traffic_policies.go); what becomes of it there is decided as for every call.
 */
final class SplitCall {

    private final Mesh mesh;
    private final Connection connection;
    private final List<TrafficSplit> splits;

    /** @param splits the TrafficSplits of the Service, at least one */
    SplitCall(Mesh mesh, Connection connection, List<TrafficSplit> splits) {
        this.mesh = mesh;
        this.connection = connection;
        this.splits = splits;
    }

    private record Backend(Service service, ServicePort port, double weight) {}

    /** Whether the caller may call pods of some backend. */
    boolean reachesSome() {
        return splits.stream()
                .flatMap(split -> backends(split.split()).stream())
                .flatMap(backend -> mesh.application().selectedBy(backend.service()).stream())
                .anyMatch(workload -> mesh.knows(connection.client().account(), workload.account()));
    }

    Decision decide(Optional<HttpRequest> request) {
        TrafficSplit split = splits.get(0);
        if (splits.size() > 1) {
            return byOrder();
        }
        List<Backend> backends = backends(split.split());
        return weightFault(split, backends).orElseGet(() -> combine(split, backends, request));
    }

    /** The backends that have the port; the mesh leaves out the others. */
    private List<Backend> backends(Split split) {
        List<Backend> backends = new ArrayList<>();
        for (Split.Backend backend : split.backends()) {
            mesh.application()
                    .service(backend.service())
                    .ifPresent(service -> service.tcpPort(connection.port().number())
                            .ifPresent(port -> backends.add(
                                    new Backend(service, port, backend.weight().value()))));
        }
        return backends;
    }

    /** The ends of the call, at the backends that get a share; of several splits the mesh may follow any. */
    List<Arrival> arrivals() {
        List<Arrival> arrivals = new ArrayList<>();
        for (TrafficSplit split : splits) {
            List<Backend> backends = backends(split.split());
            if (weightFault(split, backends).isEmpty()) {
                backends.stream()
                        .filter(backend ->
                                backend.weight() > 0 && conflict(backend).isEmpty())
                        .flatMap(backend -> new Arrivals(mesh, to(backend)).findAsBackend().stream())
                        .forEach(arrivals::add);
            }
        }
        return splits.size() == 1
                ? arrivals
                : arrivals.stream()
                        .map(arrival -> arrival.mayPass()
                                ? new Arrival(arrival.server(), arrival.port(), byOrder(), Optional.empty())
                                : arrival)
                        .toList();
    }

    private Decision byOrder() {
        return new Decision(
                Outcome.SPLIT_ORDER,
                "several TrafficSplits spread the calls to Service "
                        + connection.service().name() + "; the mesh follows whichever it happens to see first",
                splits.stream().map(TrafficSplit::hostLocation).toList());
    }

    private Optional<String> conflict(Backend backend) {
        return new SplitPorts(mesh.application(), PortReading.WRITTEN)
                .conflict(connection.service(), connection.port(), backend.service());
    }

    private Connection to(Backend backend) {
        return new Connection(connection.client(), backend.service(), backend.port());
    }

    /** OSM v1.2.4, pkg/envoy/rds/route/route_config.go buildWeightedCluster and pkg/envoy/lds/inmesh.go. */
    private Optional<Decision> weightFault(TrafficSplit split, List<Backend> backends) {
        String name = "TrafficSplit " + split.object().objectName();
        if (split.split().backends().stream()
                .anyMatch(backend -> !backend.weight().isPossible())) {
            return Optional.of(broken(split, name + " has a weight that is no whole number from 0 on"));
        }
        if (backends.stream().mapToDouble(Backend::weight).sum() < 1) {
            return Optional.of(broken(
                    split,
                    name + " has no backend with a weight and a port "
                            + connection.port().number()));
        }
        if (!split.split().hasPossibleWeights()) {
            return Optional.of(broken(split, name + " has weights that add up to more than proxies can count"));
        }
        boolean raw = connection
                .port()
                .meshProtocol()
                .protocol()
                .filter(protocol -> !protocol.isHttp())
                .isPresent();
        if (raw && backends.size() > 1 && backends.stream().anyMatch(backend -> backend.weight() == 0)) {
            return Optional.of(new Decision(
                    Outcome.LISTENER_REJECTED,
                    name + " gives weight 0 to a backend of a raw TCP port: the callers' proxies refuse their"
                            + " configuration",
                    List.of(split.hostLocation())));
        }
        return Optional.empty();
    }

    private static Decision broken(TrafficSplit split, String reason) {
        return new Decision(
                Outcome.BROKEN_SPLIT, reason + ": the mesh cannot follow it", List.of(split.hostLocation()));
    }

    private Decision combine(TrafficSplit split, List<Backend> backends, Optional<HttpRequest> request) {
        List<Backend> weighted =
                backends.stream().filter(backend -> backend.weight() > 0).toList();
        List<Decision> decisions = weighted.stream()
                .map(backend -> decide(split, backend, request))
                .toList();
        List<Location> places = Stream.concat(
                        Stream.of(split.hostLocation()),
                        decisions.stream().flatMap(decision -> decision.decidedBy().stream()))
                .distinct()
                .toList();
        Optional<Decision> failing = first(decisions, decision -> !decision.mayPass());
        if (failing.isEmpty()) {
            Decision least = first(decisions, decision -> !decision.isAllowed()).orElse(decisions.get(0));
            return new Decision(least.outcome(), least.reason(), places);
        }
        Backend leaf = weighted.get(decisions.indexOf(failing.get()));
        String there = "backend " + leaf.service().name() + " of TrafficSplit "
                + split.object().objectName() + ": " + failing.get().reason();
        boolean nonePasses =
                decisions.stream().noneMatch(decision -> decision.mayPass() || decision.outcome() == Outcome.PARTIAL);
        return nonePasses
                ? new Decision(failing.get().outcome(), there, places)
                : new Decision(Outcome.PARTIAL, "a part of the calls fails, at " + there, places);
    }

    private static Optional<Decision> first(List<Decision> decisions, Predicate<Decision> wanted) {
        return decisions.stream().filter(wanted).findFirst();
    }

    private Decision decide(TrafficSplit split, Backend backend, Optional<HttpRequest> request) {
        return conflict(backend)
                .map(conflict -> new Decision(Outcome.BROKEN_SPLIT, conflict, List.of(split.hostLocation())))
                .orElseGet(() -> new Decider(mesh, to(backend)).decideAsBackend(request));
    }
}
