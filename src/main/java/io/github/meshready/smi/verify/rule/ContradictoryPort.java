package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.AppProtocol;
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

/** Ports whose name and appProtocol say different things; appProtocol holds (pkg/k8s/client.go ServiceToMeshServices). */
final class ContradictoryPort implements Rule {

    @Override
    public String id() {
        return "SMI-PROTO-08";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            if (MeshedServices.contains(facts, service)) {
                for (ServicePort port : service.tcpPorts()) {
                    Optional<AppProtocol> declared = port.appProtocol().flatMap(AppProtocol::of);
                    facts.dialect().namePrefixes().stream()
                            .filter(prefix -> port.name().startsWith(prefix + "-"))
                            .findFirst()
                            .filter(said -> declared.isPresent()
                                    && said.isHttp() != declared.get().isHttp())
                            .ifPresent(said -> findings.add(finding(service, port, said, declared.get())));
                }
            }
        }
        return findings;
    }

    private Finding finding(Service service, ServicePort port, AppProtocol said, AppProtocol declared) {
        return Finding.of(
                this,
                Severity.INFO,
                service.object(),
                service.location(port, "appProtocol"),
                "port " + port.number() + " is named " + Printable.text(port.name()) + ", and its appProtocol is "
                        + declared,
                "the mesh takes it for " + declared + ", other readers of the name for " + said,
                "rename the port, or correct appProtocol");
    }
}
