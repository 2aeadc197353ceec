package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.call.PortKey;
import io.github.meshready.smi.call.PortProtocol;
import io.github.meshready.smi.policy.Splits.Leaf;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the ports that the mesh would take for http and that are not. */
final class ProtocolPlanner {

    private final Application application;
    private final CallGraph graph;
    private final Dialect dialect;
    private final Splits splits;
    private final Map<PortKey, ProtocolMark> marks = new LinkedHashMap<>();

    /** @param splits whose Services answer the same calls, so that they speak the same on a port */
    ProtocolPlanner(Application application, CallGraph graph, Dialect dialect, Splits splits) {
        this.application = application;
        this.graph = graph;
        this.dialect = dialect;
        this.splits = splits;
    }

    /** @param namespaces the namespaces that are part of the mesh */
    List<ProtocolMark> plan(Set<String> namespaces) {
        for (Service service : application.services()) {
            if (namespaces.contains(service.name().namespace())) {
                for (ServicePort port : service.tcpPorts()) {
                    PortProtocol spoken = graph.protocol(service, port);
                    if (spoken.isMisread(port, dialect)) {
                        mark(new Leaf(service, port), spoken, spoken.why());
                    }
                }
                if (splits.spread(service)) {
                    service.tcpPorts().forEach(port -> agree(service, port));
                }
            }
        }
        return marks.values().stream()
                .sorted(Comparator.comparing(
                                (ProtocolMark mark) -> mark.service().name())
                        .thenComparing(mark -> mark.port().index()))
                .toList();
    }

    private void mark(Leaf leaf, PortProtocol spoken, String why) {
        marks.put(
                PortKey.of(leaf.service(), leaf.port()),
                new ProtocolMark(leaf.service(), leaf.port(), dialect.nearest(spoken.protocol()), why));
    }

    /**
     * Calls to an apex arrive at its backends, so one protocol is spoken on all: the one that somebody wrote on any of the
     * ports, else what tells it for the apex, else for a backend. Ports where it is written keep what is written.
     */
    private void agree(Service apex, ServicePort port) {
        List<Leaf> all = Stream.concat(Stream.of(new Leaf(apex, port)), splits.leaves(apex, port, false).stream())
                .toList();
        Leaf telling = all.stream()
                .filter(ProtocolPlanner::isWritten)
                .findFirst()
                .or(() -> all.stream().filter(leaf -> spoken(leaf).isKnown()).findFirst())
                .orElse(all.get(0));
        PortProtocol said = spoken(telling);
        all.stream()
                .filter(leaf -> !isWritten(leaf) && spoken(leaf).protocol() != said.protocol())
                .forEach(leaf -> mark(
                        leaf, said, "as on Service " + telling.service().name().name() + ": " + said.why()));
    }

    private static boolean isWritten(Leaf leaf) {
        return leaf.port().meshProtocol().origin() != MeshProtocol.Origin.DEFAULT;
    }

    private PortProtocol spoken(Leaf leaf) {
        return graph.protocol(leaf.service(), leaf.port());
    }
}
