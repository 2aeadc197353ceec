package io.github.meshready.smi.generate;

import io.github.meshready.smi.generate.OracleNetwork.Front;
import io.github.meshready.smi.generate.OracleNetwork.Pods;
import io.github.meshready.smi.generate.OracleNetwork.Port;
import io.github.meshready.smi.generate.OracleNetwork.Sidecar;
import io.github.meshready.smi.generate.OracleRoutes.Request;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
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

    private final PolicyOracle oracle;
    private final OracleNetwork network;
    private final List<Request> requests;

    /** @param requests what is tried */
    OracleInvariants(PolicyOracle oracle, List<Request> requests) {
        this.oracle = oracle;
        this.network = oracle.network();
        this.requests = List.copyOf(requests);
    }

    /** Everyone that a star means as a caller. */
    Set<String> callers() {
        Set<String> callers = new HashSet<>(Set.of(ANYONE));
        network.pods().forEach(each -> callers.add(each.id()));
        oracle.destinations().forEach(account -> callers.addAll(unseen(oracle.sourcesTo(account))));
        return callers;
    }

    /** Everyone that a star means as called. */
    Set<String> called() {
        Set<String> called = network.pods().stream().map(Pods::id).collect(Collectors.toCollection(HashSet::new));
        called.addAll(unseen(oracle.destinations()));
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
        List<Request> sent = requests.stream().filter(wanted).toList();
        if (to.startsWith(ACCOUNT)) {
            return toUnseen(from, to.substring(ACCOUNT.length()));
        }
        Pods server = network.pods(to);
        if (from.equals(to) || server.sidecar() == Sidecar.REJECTED || isRejected(from)) {
            return false;
        }
        return server.sidecar() == Sidecar.NO
                || network.fronts().values().stream()
                        .filter(front -> network.selects(front, server))
                        .anyMatch(front -> front.ports().stream()
                                .anyMatch(port -> port.udp() || passes(from, front, port, server, sent)));
    }

    private boolean isRejected(String from) {
        return isPods(from) && network.pods(from).sidecar() == Sidecar.REJECTED;
    }

    private boolean passes(String from, Front front, Port port, Pods server, List<Request> sent) {
        if (from.equals(ANYONE)) {
            return isForAll(front, port, server, sent);
        }
        if (!isPods(from)) {
            return arriveAs(from.substring(ACCOUNT.length()), front, port, server, sent) != OracleAnswer.FAILS;
        }
        return answers(network.pods(from), front, port, server, sent).stream()
                .anyMatch(answer -> answer != OracleAnswer.FAILS);
    }

    /**
     * What becomes of a call at the pods of one workload alone, whatever others behind the Service do; by the Service's own name
     * and, where it is headless, by those of its pods.
     */
    Set<OracleAnswer> answers(Pods caller, Front front, Port port, Pods server, List<Request> sent) {
        return EnumSet.of(
                arrive(caller, front, port, false, server, sent),
                arrive(caller, front, port, front.headless(), server, sent));
    }

    private OracleAnswer arrive(Pods caller, Front front, Port port, boolean toPods, Pods server, List<Request> sent) {
        boolean gone = caller.sidecar() == Sidecar.REJECTED
                || server.sidecar() == Sidecar.REJECTED
                || OracleNetwork.target(port, server) == 0;
        boolean named = network.behind(front).stream()
                .anyMatch(each -> each.sidecar() != Sidecar.REJECTED
                        && OracleNetwork.target(port, each) != 0
                        && oracle.isNamed(caller.account(), each.account()));
        if (gone || caller.sidecar() == Sidecar.NO || !named) {
            return !gone && server.sidecar() == Sidecar.NO ? OracleAnswer.PASSES : OracleAnswer.FAILS;
        }
        boolean unnamed = front.headless() && port.isHttp() && !toPods && oracle.isGoverning(front);
        return unnamed ? OracleAnswer.FAILS : arriveAs(caller.account(), front, port, server, sent);
    }

    /** The same for callers with a sidecar who run as an account, wherever they are. */
    private OracleAnswer arriveAs(String account, Front front, Port port, Pods server, List<Request> sent) {
        boolean fails = server.sidecar() == Sidecar.REJECTED
                || OracleNetwork.target(port, server) == 0
                || port.protocol().isEmpty()
                || PolicyOracle.isTwice(front, port.number())
                || !oracle.hasEndpoints(account, server.account());
        return fails ? OracleAnswer.FAILS : oracle.reach(account, server, port, sent);
    }

    /** Whether some target without sources lets everybody in (4.3). */
    private boolean isForAll(Front front, Port port, Pods server, List<Request> sent) {
        int target = OracleNetwork.target(port, server);
        boolean open = server.sidecar() == Sidecar.YES
                && target != 0
                && !port.protocol().isEmpty()
                && !PolicyOracle.isTwice(front, port.number())
                && !network.isListenerRefused(server)
                && oracle.isOpen("", server.account(), target);
        OracleRoutes served = oracle.routes(server.account());
        return open && (!port.isHttp() || !served.isRefused() && served.isForAll(sent));
    }

    private boolean toUnseen(String from, String account) {
        if (from.equals(ANYONE)) {
            return oracle.connects(Optional.empty(), account);
        }
        if (!isPods(from)) {
            return oracle.connects(Optional.of(from.substring(ACCOUNT.length())), account);
        }
        Pods caller = network.pods(from);
        return caller.sidecar() == Sidecar.YES && oracle.connects(Optional.of(caller.account()), account);
    }

    private static boolean isPods(String party) {
        return !party.equals(ANYONE) && !party.startsWith(ACCOUNT);
    }
}
