package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names of ports that say a protocol in a way that this version of the mesh does not read (pkg/k8s/client.go). */
final class IgnoredPortName implements Rule {

    /** What is said; http is what the mesh takes anyway. */
    private static final List<String> SAID = List.of("tcp-server-first", "tcp", "grpc");

    @Override
    public String id() {
        return "SMI-PROTO-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            if (MeshedServices.contains(facts, service)) {
                service.tcpPorts().stream()
                        .filter(port -> port.meshProtocol().origin() == MeshProtocol.Origin.DEFAULT)
                        // Of ports that are known to be something else, SMI-PROTO-01 speaks.
                        .filter(port -> !facts.graph().protocol(service, port).isMisread(port, facts.dialect()))
                        .forEach(port -> said(port)
                                .ifPresent(
                                        protocol -> findings.add(finding(facts.dialect(), service, port, protocol))));
            }
        }
        return findings;
    }

    private static Optional<String> said(ServicePort port) {
        return SAID.stream()
                .filter(protocol -> port.name().equals(protocol) || port.name().startsWith(protocol + "-"))
                .findFirst();
    }

    private Finding finding(Dialect dialect, Service service, ServicePort port, String protocol) {
        boolean prefixed = !port.name().equals(protocol);
        return Finding.of(
                this,
                Severity.WARNING,
                service.object(),
                service.location(port, "name"),
                "port " + port.number() + " is named " + Printable.text(port.name()) + " and has no appProtocol",
                prefixed
                        ? dialect + " does not read names of ports: it takes the port for http"
                        : "the mesh reads " + protocol + " only with a dash behind it: it takes the port for http",
                "add appProtocol: " + protocol + " to the port");
    }
}
