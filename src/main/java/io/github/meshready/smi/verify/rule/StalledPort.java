package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.SpokenProtocol;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ports marked tcp where the server speaks first: each connection waits for the proxy's patience (pkg/envoy/lds/listener.go). */
final class StalledPort implements Rule {

    private static final int POSTGRES = 5432;

    @Override
    public String id() {
        return "SMI-PROTO-05";
    }

    @Override
    public List<Finding> check(Facts facts) {
        // The proxy waits only where Egress policies are looked at.
        if (!facts.dialect().usesEnvoy()
                || !facts.dialect().knowsServerFirst()
                || !facts.mesh().mode().readsEgressPolicies()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            if (MeshedServices.contains(facts, service)) {
                for (ServicePort port : service.tcpPorts()) {
                    boolean tcp = port.meshProtocol().protocol().equals(Optional.of(AppProtocol.TCP));
                    if (tcp) {
                        SpokenProtocol.of(port, facts.application().selectedBy(service))
                                .filter(spoken -> speaksFirst(spoken, port))
                                .ifPresent(spoken -> findings.add(finding(service, port, spoken)));
                    }
                }
            }
        }
        return findings;
    }

    /** Clients of PostgreSQL speak first, whatever the documentation says. */
    private static boolean speaksFirst(SpokenProtocol spoken, ServicePort port) {
        return spoken.protocol() == AppProtocol.TCP_SERVER_FIRST
                && port.number() != POSTGRES
                && port.target().number() != POSTGRES
                && !spoken.why().contains("postg");
    }

    private Finding finding(Service service, ServicePort port, SpokenProtocol spoken) {
        return Finding.of(
                this,
                Severity.WARNING,
                service.object(),
                service.location(port, "appProtocol"),
                "port " + port.number() + " is marked tcp, and " + Printable.text(spoken.why())
                        + " says that the server speaks first",
                "the caller's proxy waits 15 seconds for the client's first bytes, on each connection",
                "set appProtocol: tcp-server-first");
    }
}
