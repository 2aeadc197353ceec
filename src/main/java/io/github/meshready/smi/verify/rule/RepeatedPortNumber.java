package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Services that have a port number twice, for TCP and UDP, which the mesh does not tell apart (osm#5223). */
final class RepeatedPortNumber implements Rule {

    @Override
    public String id() {
        return "SMI-PROTO-06";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            if (MeshedServices.contains(facts, service)) {
                facts.mesh()
                        .listeners()
                        .repeatedPort(service)
                        .ifPresent(fault -> findings.add(Finding.of(
                                this,
                                Severity.ERROR,
                                service.object(),
                                service.object().location(),
                                fault,
                                "the proxies of whoever calls it refuse their configuration: all their calls fail",
                                "split the Service in two, one for TCP and one for UDP")));
            }
        }
        return findings;
    }
}
