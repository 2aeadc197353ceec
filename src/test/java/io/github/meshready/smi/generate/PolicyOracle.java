package io.github.meshready.smi.generate;

import static io.github.meshready.smi.generate.PlainObjects.items;
import static io.github.meshready.smi.generate.PlainObjects.name;
import static io.github.meshready.smi.generate.PlainObjects.text;

import io.github.meshready.smi.generate.OracleNetwork.Front;
import io.github.meshready.smi.generate.OracleNetwork.Pods;
import io.github.meshready.smi.generate.OracleNetwork.Port;
import io.github.meshready.smi.generate.OracleNetwork.Sidecar;
import io.github.meshready.smi.generate.OracleRoutes.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What OSM v1.2.4 does with calls between pods, written from the reference's decision procedure and not from the
 * product: other YAML reader, other regular expressions, other order of questions. Egress is open; it knows neither
 * IngressBackends, exclusions of ports nor TrafficSplits.
 */
final class PolicyOracle {

    private static final String ACCESS = "access.smi-spec.io/v1alpha3";
    private static final String SPECS = "specs.smi-spec.io/v1alpha4";
    private static final String ACCOUNT = "ServiceAccount";

    private final OracleNetwork network;
    private final Map<String, Object> groups = new HashMap<>();
    private final Map<String, Object> tcpRoutes = new HashMap<>();
    private final Map<String, List<Object>> targets = new HashMap<>();
    private final Map<String, OracleRoutes> routes = new HashMap<>();

    PolicyOracle(Iterable<String> files) {
        this(PlainObjects.read(files));
    }

    PolicyOracle(PlainObjects objects) {
        network = new OracleNetwork(objects);
        objects.of("HTTPRouteGroup").stream()
                .filter(each -> text(each, "apiVersion").equals(SPECS))
                .forEach(each -> groups.put(name(each), each));
        objects.of("TCPRoute").stream()
                .filter(each -> text(each, "apiVersion").equals(SPECS))
                .forEach(each -> tcpRoutes.put(name(each), each));
        objects.of("TrafficTarget").stream()
                .filter(each -> text(each, "apiVersion").equals(ACCESS)
                        && isValid(each)
                        && network.isWatched(text(each, "metadata", "namespace")))
                .forEach(each -> targets.computeIfAbsent(destination(each), key -> new ArrayList<>())
                        .add(each));
        targets.forEach((account, all) -> routes.put(account, routes(all)));
    }

    OracleNetwork network() {
        return network;
    }

    /** {@code source destination targetPort} of all access that is allowed, whatever stands in its way besides. */
    Set<String> allowed() {
        Set<String> allowed = new TreeSet<>();
        for (Pods server : network.pods()) {
            List<Object> granting = server.sidecar() == Sidecar.YES ? targets(server.account()) : List.of();
            Set<String> sources =
                    granting.stream().flatMap(each -> sources(each).stream()).collect(Collectors.toSet());
            for (Front front : granting.isEmpty()
                    ? List.<Front>of()
                    : List.copyOf(network.fronts().values())) {
                for (Port port : network.selects(front, server) ? front.ports() : List.<Port>of()) {
                    int target = OracleNetwork.target(port, server);
                    sources.stream()
                            .filter(source -> hasEndpoints(source, server.account())
                                    && isOpen(source, server.account(), target)
                                    && isRouted(source, server.account(), port))
                            .forEach(source -> allowed.add(source + " " + server.account() + " " + target));
                }
            }
        }
        return allowed;
    }

    private boolean isRouted(String source, String account, Port port) {
        return port.isHttp()
                ? routes.get(account).admitsSomewhere(source)
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
        List<Pods> endpoints = network.behind(front).stream()
                .filter(each -> each.sidecar() != Sidecar.REJECTED && OracleNetwork.target(port, each) != 0)
                .toList();
        if (endpoints.isEmpty() || caller.sidecar() == Sidecar.REJECTED) {
            return OracleAnswer.FAILS;
        }
        List<Pods> known = endpoints.stream()
                .filter(each -> caller.sidecar() == Sidecar.YES && isNamed(caller.account(), each.account()))
                .toList();
        if (known.isEmpty()) {
            return join(endpoints.stream()
                    .map(each -> each.sidecar() == Sidecar.NO ? OracleAnswer.PASSES : OracleAnswer.FAILS)
                    .toList());
        }
        List<Pods> given = known.stream()
                .filter(each -> hasEndpoints(caller.account(), each.account()))
                .toList();
        boolean broken = given.isEmpty() || port.protocol().isEmpty() || isTwice(front, number);
        boolean unnamed = front.headless() && port.isHttp() && !toPods && isGoverning(front);
        return broken || unnamed
                ? OracleAnswer.FAILS
                : join(given.stream()
                        .map(each -> reach(caller.account(), each, port, requests))
                        .toList());
    }

    /** The routes of an account that some target leads to. */
    OracleRoutes routes(String account) {
        return routes.get(account);
    }

    /** The accounts that targets for an account name. */
    Set<String> sourcesTo(String account) {
        return targets(account).stream().flatMap(each -> sources(each).stream()).collect(Collectors.toSet());
    }

    /** The accounts that targets lead to. */
    Set<String> destinations() {
        return targets.keySet();
    }

    /** Whether callers of an account, or everybody, may connect to pods of another one, whatever their ports are. */
    boolean connects(Optional<String> source, String account) {
        return (source.isEmpty() || hasEndpoints(source.get(), account))
                && targets(account).stream()
                        .filter(each -> sources(each).isEmpty()
                                || source.filter(sources(each)::contains).isPresent())
                        .anyMatch(each -> ports(each).isPresent());
    }

    /** What the pods of one workload do with callers who run as an account. */
    OracleAnswer reach(String source, Pods server, Port port, List<Request> requests) {
        boolean open = server.sidecar() == Sidecar.YES
                && !network.isListenerRefused(server)
                && isOpen(source, server.account(), OracleNetwork.target(port, server));
        if (!open || !port.isHttp()) {
            return open ? OracleAnswer.PASSES : OracleAnswer.FAILS;
        }
        OracleRoutes served = routes.get(server.account());
        if (served.isRefused()) {
            return OracleAnswer.FAILS;
        }
        List<OracleAnswer> answers =
                requests.stream().map(request -> served.answer(source, request)).toList();
        return answers.contains(OracleAnswer.BY_ORDER)
                ? OracleAnswer.BY_ORDER
                : answers.contains(OracleAnswer.PASSES) ? OracleAnswer.PASSES : OracleAnswer.FAILS;
    }

    private static OracleAnswer join(List<OracleAnswer> answers) {
        if (answers.contains(OracleAnswer.FAILS)) {
            return Set.copyOf(answers).size() == 1 ? OracleAnswer.FAILS : OracleAnswer.SOMETIMES;
        }
        return answers.contains(OracleAnswer.BY_ORDER) ? OracleAnswer.BY_ORDER : OracleAnswer.PASSES;
    }

    static boolean isTwice(Front front, int number) {
        return front.ports().stream().map(Port::number).distinct().count()
                < front.ports().size();
    }

    boolean isGoverning(Front front) {
        return network.behind(front).stream()
                .anyMatch(each -> front.name().equals(each.namespace() + "/" + each.governing()));
    }

    private List<Object> targets(String account) {
        return targets.getOrDefault(account, List.of());
    }

    /** The client's sidecar learns of the destination (4.6). */
    boolean isNamed(String source, String account) {
        return targets(account).stream().anyMatch(each -> sources(each).contains(source));
    }

    /** The endpoint filter takes only identities of the right kind (4.2). */
    boolean hasEndpoints(String source, String account) {
        return targets(account).stream()
                .filter(each -> text(each, "spec", "destination", "kind").equals(ACCOUNT))
                .flatMap(each -> items(each, "spec", "sources").stream())
                .anyMatch(each ->
                        text(each, "kind").equals(ACCOUNT) && account(each).equals(source));
    }

    /** The filter in front of every port (4.5), which a target without sources opens to everyone (4.3). */
    boolean isOpen(String source, String account, int targetPort) {
        return targets(account).stream()
                .filter(each -> sources(each).isEmpty() || sources(each).contains(source))
                .anyMatch(each -> ports(each)
                        .filter(ports -> ports.isEmpty() || ports.contains(targetPort))
                        .isPresent());
    }

    /** The ports of a target's TCPRoutes; nothing at all if one of these is missing. */
    private Optional<Set<Integer>> ports(Object target) {
        Set<Integer> ports = new HashSet<>();
        for (Object rule : items(target, "spec", "rules")) {
            if (text(rule, "kind").equals("TCPRoute")) {
                Object route = tcpRoutes.get(route(target, rule));
                if (route == null) {
                    return Optional.empty();
                }
                items(route, "spec", "matches", "ports").forEach(port -> ports.add((Integer) port & 0xffff));
            }
        }
        return Optional.of(ports);
    }

    private OracleRoutes routes(List<Object> all) {
        OracleRoutes collected = new OracleRoutes();
        for (Object target : all) {
            for (Object rule : items(target, "spec", "rules")) {
                for (Object wanted : items(rule, "matches")) {
                    items(groups.get(route(target, rule)), "spec", "matches").stream()
                            .filter(match -> text(match, "name").equals(wanted.toString()))
                            .reduce((first, last) -> last)
                            .ifPresent(match -> collected.add(match, sources(target)));
                }
            }
        }
        return collected;
    }

    private static boolean isValid(Object target) {
        return text(target, "metadata", "namespace").equals(text(target, "spec", "destination", "namespace"))
                && !items(target, "spec", "rules").isEmpty()
                && items(target, "spec", "rules").stream()
                        .allMatch(rule -> Set.of("HTTPRouteGroup", "TCPRoute").contains(text(rule, "kind")));
    }

    private static String route(Object target, Object rule) {
        return text(target, "metadata", "namespace") + "/" + text(rule, "name");
    }

    private static Set<String> sources(Object target) {
        return items(target, "spec", "sources").stream()
                .map(PolicyOracle::account)
                .collect(Collectors.toSet());
    }

    private static String destination(Object target) {
        return text(target, "spec", "destination", "namespace") + "/" + text(target, "spec", "destination", "name");
    }

    private static String account(Object reference) {
        return text(reference, "namespace") + "/" + text(reference, "name");
    }
}
