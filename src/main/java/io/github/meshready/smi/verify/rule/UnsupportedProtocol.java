package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Values of appProtocol that the mesh does not know (pkg/k8s/client.go, pkg/constants/constants.go). */
final class UnsupportedProtocol implements Rule {

    @Override
    public String id() {
        return "SMI-PROTO-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            if (MeshedServices.contains(facts, service)) {
                service.tcpPorts().stream()
                        .filter(port -> port.meshProtocol().protocol().isEmpty())
                        .forEach(port -> findings.add(finding(service, port)));
            }
        }
        return findings;
    }

    private Finding finding(Service service, ServicePort port) {
        return Finding.of(
                this,
                Severity.ERROR,
                service.object(),
                port.location(),
                "port " + port.number() + " has appProtocol "
                        + Printable.text(port.appProtocol().orElseThrow()),
                "the mesh knows only http, grpc, tcp and tcp-server-first: nothing gets through, in permissive mode"
                        + " too",
                "use http or grpc for plain requests, tcp for everything else, TLS of the application included");
    }
}
