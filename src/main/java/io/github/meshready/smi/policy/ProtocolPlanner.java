package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.call.PortProtocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds the ports that the mesh would take for http and that are not. */
final class ProtocolPlanner {

    private final Application application;
    private final CallGraph graph;
    private final Dialect dialect;

    ProtocolPlanner(Application application, CallGraph graph, Dialect dialect) {
        this.application = application;
        this.graph = graph;
        this.dialect = dialect;
    }

    /** @param namespaces the namespaces that are part of the mesh */
    List<ProtocolMark> plan(Set<String> namespaces) {
        List<ProtocolMark> marks = new ArrayList<>();
        for (Service service : application.services()) {
            if (!namespaces.contains(service.name().namespace())) {
                continue;
            }
            for (ServicePort port : service.tcpPorts()) {
                PortProtocol spoken = graph.protocol(service, port);
                if (spoken.isMisread(port, dialect)) {
                    marks.add(new ProtocolMark(service, port, dialect.nearest(spoken.protocol()), spoken.why()));
                }
            }
        }
        marks.sort(Comparator.comparing((ProtocolMark mark) -> mark.service().name())
                .thenComparing(mark -> mark.port().index()));
        return marks;
    }
}
