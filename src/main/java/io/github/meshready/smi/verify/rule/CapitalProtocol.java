package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Protocols in capital letters, which not all parts of the mesh know (pkg/catalog; pkg/envoy/lds). */
final class CapitalProtocol implements Rule {

    /** The spelling of the documentation, which works. */
    private static final String GRPC = "gRPC";

    @Override
    public String id() {
        return "SMI-PROTO-07";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().usesEnvoy()) {
            return List.of(); // what the fork's proxy does is not known
        }
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            if (MeshedServices.contains(facts, service)) {
                service.tcpPorts()
                        .forEach(port -> port.appProtocol()
                                .filter(written -> !written.equals(GRPC))
                                .flatMap(AppProtocol::of)
                                .map(AppProtocol::toString)
                                .filter(known -> !port.appProtocol().equals(Optional.of(known)))
                                .ifPresent(known -> findings.add(Finding.of(
                                        this,
                                        Severity.WARNING,
                                        service.object(),
                                        service.location(port, "appProtocol"),
                                        "appProtocol of port " + port.number() + " is "
                                                + Printable.text(
                                                        port.appProtocol().orElseThrow()),
                                        "parts of the mesh know it in lower case only, and treat the port as something else",
                                        "write " + known))));
            }
        }
        return findings;
    }
}
