package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Headless Services whose port is not the port of their pods: clients dial pods (docs, demos/statefulsets.md). */
final class HeadlessPortShift implements Rule {

    @Override
    public String id() {
        return "SMI-SVC-05";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            if (service.headless() && MeshedServices.contains(facts, service)) {
                for (ServicePort port : service.tcpPorts()) {
                    facts.application().selectedBy(service).stream()
                            .flatMap(workload ->
                                    port.target().on(workload.pod()).stream().boxed())
                            .filter(target -> target != port.number())
                            .findFirst()
                            .ifPresent(target -> findings.add(finding(service, port, target)));
                }
            }
        }
        return findings;
    }

    private Finding finding(Service service, ServicePort port, int target) {
        return Finding.of(
                this,
                Severity.WARNING,
                service.object(),
                service.location(port, "targetPort"),
                "it is headless, and its port " + port.number() + " is not the port " + target + " of its pods",
                "its name leads to pods: without a sidecar nothing listens on port " + port.number()
                        + " there, and through a sidecar nothing but that port works",
                "use one number for both, or give the Service a cluster IP");
    }
}
