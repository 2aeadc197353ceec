package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Services with two ports that lead to the same port of a pod (pkg/envoy/lds; osm#5108). */
final class SharedTargetPort implements Rule {

    @Override
    public String id() {
        return "SMI-SVC-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : facts.application().services()) {
            facts.application().selectedBy(service).stream()
                    .filter((Workload workload) ->
                            facts.mesh().membership().outside(workload).isEmpty())
                    .flatMap(workload -> facts.mesh().listeners().inboundFault(service, workload).stream())
                    .findFirst()
                    .ifPresent(fault -> findings.add(finding(service, fault)));
        }
        return findings;
    }

    private Finding finding(Service service, String fault) {
        return Finding.of(
                this,
                Severity.ERROR,
                service.object(),
                service.object().location(),
                fault,
                "the pods' proxies refuse their configuration: nothing gets through to them, in permissive mode too",
                "keep one of the ports, or give the other one to a Service of its own");
    }
}
