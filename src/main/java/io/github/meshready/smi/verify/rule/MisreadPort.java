package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.call.PortProtocol;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Ports that the mesh takes for http and that are not (pkg/k8s/client.go ServiceToMeshServices). */
final class MisreadPort implements Rule {

    @Override
    public String id() {
        return "SMI-PROTO-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            if (!MeshedServices.contains(facts, service)) {
                continue;
            }
            for (ServicePort port : service.tcpPorts()) {
                PortProtocol spoken = facts.graph().protocol(service, port);
                if (spoken.isMisread(port, facts.dialect())) {
                    findings.add(finding(service, port, spoken, facts.dialect().nearest(spoken.protocol())));
                }
            }
        }
        return findings;
    }

    private Finding finding(Service service, ServicePort port, PortProtocol spoken, AppProtocol wanted) {
        if (!spoken.isKnown()) {
            return Finding.of(
                    this,
                    Severity.WARNING,
                    service.object(),
                    port.location(),
                    "port " + port.number()
                            + " is called, has no protocol mark, and nothing tells what is spoken there",
                    "the mesh takes it for http: if it is something else, connections fail, in permissive mode too",
                    "run smi:generate, add appProtocol to the port, or declare the call with its <protocol>");
        }
        boolean grpc = spoken.protocol() == AppProtocol.GRPC;
        return Finding.of(
                this,
                grpc ? Severity.WARNING : Severity.ERROR,
                service.object(),
                port.location(),
                "port " + port.number() + " has no protocol mark, and " + spoken.why() + " says " + spoken.protocol(),
                grpc
                        ? "the mesh takes it for plain http"
                        : "the mesh takes it for http: connections fail, in permissive mode too",
                "run smi:generate, or add appProtocol: " + wanted + " to the port");
    }
}
