package io.github.meshready.smi.generate;

import io.github.meshready.smi.generate.OracleNetwork.Front;
import io.github.meshready.smi.generate.OracleNetwork.Pods;
import io.github.meshready.smi.generate.OracleNetwork.Port;
import io.github.meshready.smi.generate.OracleNetwork.Sidecar;
import io.github.meshready.smi.generate.OracleRoutes.Request;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What OSM v1.2.4 does with calls between pods, written from the reference's decision procedure and not from the
 * product: other YAML reader, other regular expressions, other order of questions. Egress is open; it knows neither
 * IngressBackends nor exclusions of ports.
 */
final class PolicyOracle {

    private final OracleNetwork network;
    private final OracleTargets targets;
    private final OracleSplits splits;

    PolicyOracle(Iterable<String> files) {
        this(PlainObjects.read(files));
    }

    PolicyOracle(PlainObjects objects) {
        network = new OracleNetwork(objects);
        targets = new OracleTargets(objects, network);
        splits = new OracleSplits(objects);
    }

    OracleNetwork network() {
        return network;
    }

    OracleTargets targets() {
        return targets;
    }

    OracleSplits splits() {
        return splits;
    }

    /** {@code source destination targetPort} of all access that is allowed, whatever stands in its way besides. */
    Set<String> allowed() {
        Set<String> allowed = new TreeSet<>();
        for (Pods server : network.pods()) {
            Set<String> sources = server.sidecar() == Sidecar.YES ? targets.sources(server.account()) : Set.of();
            for (Front front : sources.isEmpty()
                    ? List.<Front>of()
                    : List.copyOf(network.fronts().values())) {
                for (Port port : network.selects(front, server) ? front.ports() : List.<Port>of()) {
                    int target = OracleNetwork.target(port, server);
                    sources.stream()
                            .filter(source -> targets.hasEndpoints(source, server.account())
                                    && targets.isOpen(source, server.account(), target)
                                    && isRouted(source, server.account(), port))
                            .forEach(source -> allowed.add(source + " " + server.account() + " " + target));
                }
            }
        }
        return allowed;
    }

    private boolean isRouted(String source, String account, Port port) {
        return port.isHttp()
                ? targets.routes(account).admitsSomewhere(source)
                : !port.protocol().isEmpty();
    }

    /**
     * What happens to a call.
     *
     * @param client {@code Kind/namespace/name}
     * @param service {@code namespace/name}
     * @param toPods whether it dials single pods of a headless Service
     * @param requests what may be sent over HTTP; it passes if any of these does
     */
    OracleAnswer decide(String client, String service, int number, boolean toPods, List<Request> requests) {
        Pods caller = network.pods(client);
        Front front = network.fronts().get(service);
        Port port = front.port(number);
        if (caller.sidecar() == Sidecar.REJECTED) {
            return OracleAnswer.FAILS;
        }
        boolean byName = !toPods && !isGoverning(front);
        List<OracleSplits.Split> spread = byName ? splits.of(front) : List.of();
        if (front.selector().isEmpty()) {
            // Belongs to no identity, so it follows egress rules (5.2); an apex has to have one (4.7).
            return spread.isEmpty() ? OracleAnswer.PASSES : OracleAnswer.FAILS;
        }
        List<Pods> endpoints = endpoints(front, port);
        if (caller.sidecar() == Sidecar.NO || endpoints.stream().noneMatch(each -> isKnown(caller, each))) {
            return join(endpoints.stream()
                    .map(each -> each.sidecar() == Sidecar.NO ? OracleAnswer.PASSES : OracleAnswer.FAILS)
                    .toList());
        }
        List<Request> heard = port.isHttp() && !toPods
                ? requests.stream()
                        .filter(request -> OracleNetwork.isFor(request, front, number, caller.namespace()))
                        .toList()
                : requests;
        if (isRefused(front, port) || heard.isEmpty() || port.isHttp() && !toPods && isGoverning(front)) {
            return OracleAnswer.FAILS;
        }
        return switch (spread.size()) {
            case 0 -> known(caller, front, port, heard);
            case 1 -> spread(caller, front, port, spread.get(0), heard);
            default -> OracleAnswer.BY_ORDER;
        };
    }

    /** Every backend gets its share of the calls (4.7). */
    private OracleAnswer spread(Pods caller, Front apex, Port port, OracleSplits.Split split, List<Request> requests) {
        return join(shares(port, split).stream()
                .map(leaf -> isLost(caller, apex, port, leaf)
                        ? OracleAnswer.FAILS
                        : known(caller, leaf, leaf.port(port.number()), requests))
                .toList());
    }

    /** The backends that get a share; none if the caller's proxies refuse the split. */
    List<Front> shares(Port port, OracleSplits.Split split) {
        List<OracleSplits.Backend> backends = split.backends().stream()
                .filter(backend -> network.fronts().containsKey(backend.service())
                        && network.fronts().get(backend.service()).has(port.number()))
                .toList();
        return split.isRefused(backends, port)
                ? List.of()
                : backends.stream()
                        .filter(backend -> backend.weight() > 0)
                        .map(backend -> network.fronts().get(backend.service()))
                        .toList();
    }

    /** Whether the share of a backend comes to nobody. */
    boolean isLost(Pods caller, Front apex, Port port, Front leaf) {
        Port there = leaf.port(port.number());
        return network.clash(apex, port, leaf)
                || isGoverning(leaf)
                || isRefused(leaf, there)
                || endpoints(leaf, there).stream().noneMatch(each -> isKnown(caller, each));
    }

    /** Pods that have the port, and that Kubernetes takes. */
    List<Pods> endpoints(Front front, Port port) {
        return network.behind(front).stream()
                .filter(each -> each.sidecar() != Sidecar.REJECTED && OracleNetwork.target(port, each) != 0)
                .toList();
    }

    boolean isKnown(Pods caller, Pods server) {
        return targets.isNamed(caller.account(), server.account());
    }

    /** What breaks every call to a port: its protocol, or what makes listeners be refused (5.1, 5.2). */
    boolean isRefused(Front front, Port port) {
        return port.protocol().isEmpty() || isTwice(front) || network.isHeadlessTwin(front);
    }

    /** At pods that the caller's sidecar is told of: those that it is given. */
    private OracleAnswer known(Pods caller, Front front, Port port, List<Request> requests) {
        return join(endpoints(front, port).stream()
                .filter(each -> isKnown(caller, each) && targets.hasEndpoints(caller.account(), each.account()))
                .map(each -> reach(caller.account(), each, port, requests))
                .toList());
    }

    /** What the pods of one workload do with callers who run as an account. */
    OracleAnswer reach(String source, Pods server, Port port, List<Request> requests) {
        boolean open = server.sidecar() == Sidecar.YES
                && !network.isListenerRefused(server)
                && targets.isOpen(source, server.account(), OracleNetwork.target(port, server));
        if (!open || !port.isHttp()) {
            return open ? OracleAnswer.PASSES : OracleAnswer.FAILS;
        }
        OracleRoutes served = targets.routes(server.account());
        if (served.isRefused()) {
            return OracleAnswer.FAILS;
        }
        List<OracleAnswer> answers =
                requests.stream().map(request -> served.answer(source, request)).toList();
        return answers.contains(OracleAnswer.BY_ORDER)
                ? OracleAnswer.BY_ORDER
                : answers.contains(OracleAnswer.PASSES) ? OracleAnswer.PASSES : OracleAnswer.FAILS;
    }

    /** One of these, whichever; nobody answers where there is none. */
    private static OracleAnswer join(List<OracleAnswer> answers) {
        Set<OracleAnswer> different = Set.copyOf(answers);
        if (different.isEmpty() || different.equals(Set.of(OracleAnswer.FAILS))) {
            return OracleAnswer.FAILS;
        }
        if (different.contains(OracleAnswer.FAILS) || different.contains(OracleAnswer.SOMETIMES)) {
            return OracleAnswer.SOMETIMES;
        }
        return different.contains(OracleAnswer.BY_ORDER) ? OracleAnswer.BY_ORDER : OracleAnswer.PASSES;
    }

    private static boolean isTwice(Front front) {
        return front.ports().stream().map(Port::number).distinct().count()
                < front.ports().size();
    }

    /** A headless Service that gives the pods of a StatefulSet their names (5.3). */
    boolean isGoverning(Front front) {
        return front.headless()
                && network.behind(front).stream()
                        .anyMatch(each -> front.name().equals(each.namespace() + "/" + each.governing()));
    }
}
