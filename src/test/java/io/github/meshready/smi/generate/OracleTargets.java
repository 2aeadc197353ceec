package io.github.meshready.smi.generate;

import static io.github.meshready.smi.generate.PlainObjects.items;
import static io.github.meshready.smi.generate.PlainObjects.name;
import static io.github.meshready.smi.generate.PlainObjects.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The oracle's TrafficTargets with what they refer to: sections 4.1 to 4.5. */
final class OracleTargets {

    private static final String ACCESS = "access.smi-spec.io/v1alpha3";
    private static final String SPECS = "specs.smi-spec.io/v1alpha4";
    private static final String ACCOUNT = "ServiceAccount";

    private final Map<String, Object> groups = new HashMap<>();
    private final Map<String, Object> tcpRoutes = new HashMap<>();
    private final Map<String, List<Object>> targets = new HashMap<>();
    private final Map<String, OracleRoutes> routes = new HashMap<>();

    OracleTargets(PlainObjects objects, OracleNetwork network) {
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

    /** The accounts that some target names as sources for a destination. */
    Set<String> sources(String account) {
        return targets(account).stream().flatMap(each -> sources(each).stream()).collect(Collectors.toSet());
    }

    /** The routes of an account that some target leads to. */
    OracleRoutes routes(String account) {
        return routes.get(account);
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
                .map(OracleTargets::account)
                .collect(Collectors.toSet());
    }

    private static String destination(Object target) {
        return text(target, "spec", "destination", "namespace") + "/" + text(target, "spec", "destination", "name");
    }

    private static String account(Object reference) {
        return text(reference, "namespace") + "/" + text(reference, "name");
    }
}
