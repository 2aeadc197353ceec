package io.github.meshready.smi.generate;

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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Answers invariants by trying everything with the oracle: every caller, every Service, every port and every request. Callers
 * and called are {@code Kind/namespace/name} for pods, {@code ServiceAccount/namespace/name} for accounts without pods, and
 * {@code anyone}.
 */
final class OracleInvariants {

    private static final String ACCOUNT = "ServiceAccount/";
    private static final String ANYONE = "anyone";

    private final OracleNetwork network;
    private final OracleTargets targets;
    private final OracleSplits splits;
    private final OracleArrivals arrivals;
    private final Map<String, List<Request>> requests = new HashMap<>();

    OracleInvariants(PolicyOracle oracle) {
        this.network = oracle.network();
        this.targets = oracle.targets();
        this.splits = oracle.splits();
        this.arrivals = new OracleArrivals(oracle);
    }

    /** Everyone that a star means as a caller. */
    Set<String> callers() {
        Set<String> callers = new HashSet<>(Set.of(ANYONE));
        network.pods().forEach(each -> callers.add(each.id()));
        targets.destinations().forEach(account -> callers.addAll(unseen(targets.sources(account))));
        return callers;
    }

    /** Everyone that a star means as called. */
    Set<String> called() {
        Set<String> called = network.pods().stream().map(Pods::id).collect(Collectors.toCollection(HashSet::new));
        called.addAll(unseen(targets.destinations()));
        return called;
    }

    private Set<String> unseen(Set<String> accounts) {
        return accounts.stream()
                .filter(account -> !account.startsWith("/")
                        && network.pods().stream()
                                .noneMatch(each -> each.account().equals(account)))
                .map(account -> ACCOUNT + account)
                .collect(Collectors.toSet());
    }

    /** The callers that one of the called can be reached by, with a request of which this holds. */
    Set<String> callersOf(Set<String> called, Set<String> callers, Predicate<Request> wanted) {
        return callers.stream()
                .filter(from -> called.stream().anyMatch(to -> passes(from, to, wanted)))
                .collect(Collectors.toSet());
    }

    /** The callers that have a path to one of the called that is not themselves: what is reached grows until it does not. */
    Set<String> startsOf(Set<String> called, Set<String> callers) {
        Set<String> starts = new HashSet<>();
        for (String start : callers) {
            Set<String> reached = new HashSet<>(Set.of(start));
            List<String> more = new ArrayList<>(reached);
            while (!more.isEmpty()) {
                String from = more.remove(0);
                called().stream()
                        .filter(to -> !reached.contains(to) && passes(from, to, request -> true))
                        .forEach(to -> {
                            reached.add(to);
                            more.add(to);
                        });
            }
            reached.remove(start);
            if (reached.stream().anyMatch(called::contains)) {
                starts.add(start);
            }
        }
        return starts;
    }

    private boolean passes(String from, String to, Predicate<Request> wanted) {
        if (to.startsWith(ACCOUNT)) {
            return toUnseen(from, to.substring(ACCOUNT.length()));
        }
        Pods server = network.pods(to);
        if (from.equals(to) || server.sidecar() == Sidecar.REJECTED || isRejected(from)) {
            return false;
        }
        return server.sidecar() == Sidecar.NO
                || network.fronts().values().stream()
                        .filter(front -> mayLeadTo(front, server))
                        .anyMatch(front -> front.ports().stream()
                                .anyMatch(port -> port.udp()
                                        ? network.selects(front, server)
                                        : passes(from, front, port, server, wanted)));
    }

    private boolean mayLeadTo(Front front, Pods server) {
        return network.selects(front, server) || !splits.of(front).isEmpty();
    }

    private boolean isRejected(String from) {
        return isPods(from) && network.pods(from).sidecar() == Sidecar.REJECTED;
    }

    private boolean passes(String from, Front front, Port port, Pods server, Predicate<Request> wanted) {
        List<Request> sent = requests.computeIfAbsent(front.name(), name -> requests(front)).stream()
                .filter(wanted)
                .toList();
        if (sent.isEmpty()) {
            return false;
        }
        if (from.equals(ANYONE)) {
            return arrivals.isForAll(front, port, server, sent);
        }
        if (!isPods(from)) {
            return arrivals.mayPass(from.substring(ACCOUNT.length()), front, port, server, sent);
        }
        return arrivals.answers(network.pods(from), front, port, server, sent).stream()
                .anyMatch(answer -> answer != OracleAnswer.FAILS);
    }

    private static List<Request> requests(Front front) {
        String name = front.name().substring(front.name().indexOf('/') + 1);
        return RouteMutations.requests(name + "." + front.namespace());
    }

    private boolean toUnseen(String from, String account) {
        if (from.equals(ANYONE)) {
            return targets.connects(Optional.empty(), account);
        }
        if (!isPods(from)) {
            return targets.connects(Optional.of(from.substring(ACCOUNT.length())), account);
        }
        Pods caller = network.pods(from);
        return caller.sidecar() == Sidecar.YES && targets.connects(Optional.of(caller.account()), account);
    }

    private static boolean isPods(String party) {
        return !party.equals(ANYONE) && !party.startsWith(ACCOUNT);
    }
}
