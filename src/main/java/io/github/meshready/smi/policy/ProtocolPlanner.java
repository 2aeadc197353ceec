package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
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

    ProtocolPlanner(Application application, CallGraph graph) {
        this.application = application;
        this.graph = graph;
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
                if (spoken.isMisread(port)) {
                    marks.add(new ProtocolMark(service, port, spoken.protocol(), spoken.why()));
                }
            }
        }
        marks.sort(Comparator.comparing((ProtocolMark mark) -> mark.service().name())
                .thenComparing(mark -> mark.port().index()));
        return marks;
    }
}
