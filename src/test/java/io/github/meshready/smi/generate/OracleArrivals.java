package io.github.meshready.smi.generate;

import io.github.meshready.smi.generate.OracleNetwork.Front;
import io.github.meshready.smi.generate.OracleNetwork.Pods;
import io.github.meshready.smi.generate.OracleNetwork.Port;
import io.github.meshready.smi.generate.OracleNetwork.Sidecar;
import io.github.meshready.smi.generate.OracleRoutes.Request;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What becomes of calls at the pods of one workload alone, whatever others behind the Service do. */
final class OracleArrivals {

    private final PolicyOracle oracle;
    private final OracleNetwork network;

    OracleArrivals(PolicyOracle oracle) {
        this.oracle = oracle;
        this.network = oracle.network();
    }

    /** By the Service's own name and, where it is headless, by those of its pods; nothing where the call does not come there. */
    Set<OracleAnswer> answers(Pods caller, Front front, Port port, Pods server, List<Request> sent) {
        Set<OracleAnswer> answers = EnumSet.noneOf(OracleAnswer.class);
        if (caller.sidecar() != Sidecar.REJECTED && server.sidecar() != Sidecar.REJECTED && !port.udp()) {
            answers.addAll(byName(caller, front, port, server, sent));
            if (front.headless()) {
                answers.addAll(at(caller, front, port, server, sent));
            }
        }
        return answers;
    }

    private Set<OracleAnswer> byName(Pods caller, Front front, Port port, Pods server, List<Request> sent) {
        if (isStranger(caller, front, port)) {
            return at(caller, front, port, server, sent);
        }
        List<Request> heard = heard(sent, front, port, caller.namespace());
        if (heard.isEmpty() || oracle.isRefused(front, port)) {
            return Set.of();
        }
        if (oracle.isGoverning(front)) {
            return port.isHttp() ? Set.of() : at(caller, front, port, server, heard);
        }
        List<OracleSplits.Split> spread = oracle.splits().of(front);
        if (spread.isEmpty()) {
            return at(caller, front, port, server, heard);
        }
        Set<OracleAnswer> answers = EnumSet.noneOf(OracleAnswer.class);
        for (OracleSplits.Split split : spread) {
            oracle.shares(port, split).stream()
                    .filter(leaf -> !oracle.isLost(caller, front, port, leaf))
                    .forEach(leaf -> answers.addAll(at(caller, leaf, leaf.port(port.number()), server, heard)));
        }
        if (spread.size() > 1 && answers.remove(OracleAnswer.PASSES)) {
            answers.add(OracleAnswer.BY_ORDER);
        }
        return answers;
    }

    /** Whether the caller's sidecar, if it has one, takes the Service for something outside of the mesh. */
    private boolean isStranger(Pods caller, Front front, Port port) {
        return caller.sidecar() == Sidecar.NO
                || oracle.endpoints(front, port).stream().noneMatch(each -> oracle.isKnown(caller, each));
    }

    /** At the very pods. */
    private Set<OracleAnswer> at(Pods caller, Front front, Port port, Pods server, List<Request> sent) {
        if (!oracle.endpoints(front, port).contains(server)) {
            return Set.of();
        }
        if (isStranger(caller, front, port)) {
            return server.sidecar() == Sidecar.NO ? Set.of(OracleAnswer.PASSES) : Set.of();
        }
        return Set.of(arriveAs(caller.account(), front, port, server, sent));
    }

    /** The same for callers with a sidecar who run as an account, wherever they are; what they dial is not looked at. */
    private OracleAnswer arriveAs(String account, Front front, Port port, Pods server, List<Request> sent) {
        boolean fails = !oracle.endpoints(front, port).contains(server)
                || oracle.isRefused(front, port)
                || !oracle.targets().hasEndpoints(account, server.account());
        return fails ? OracleAnswer.FAILS : oracle.reach(account, server, port, sent);
    }

    /** Of callers who run as an account and are not among the objects. */
    boolean mayPass(String account, Front front, Port port, Pods server, List<Request> sent) {
        List<Request> heard = heard(sent, front, port, account.substring(0, account.indexOf('/')));
        return !heard.isEmpty() && arriveAs(account, front, port, server, heard) != OracleAnswer.FAILS;
    }

    /** Whether some target without sources lets everybody in (4.3). */
    boolean isForAll(Front front, Port port, Pods server, List<Request> sent) {
        boolean open = server.sidecar() == Sidecar.YES
                && oracle.endpoints(front, port).contains(server)
                && !oracle.isRefused(front, port)
                && !network.isListenerRefused(server)
                && oracle.targets().isOpen("", server.account(), OracleNetwork.target(port, server));
        OracleRoutes served = oracle.targets().routes(server.account());
        return open && (!port.isHttp() || !served.isRefused() && served.isForAll(sent));
    }

    private static List<Request> heard(List<Request> sent, Front front, Port port, String namespace) {
        return port.isHttp()
                ? sent.stream()
                        .filter(request -> OracleNetwork.isFor(request, front, port.number(), namespace))
                        .toList()
                : sent;
    }
}
