package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Headless Services over the same pods with the same port, which callers' proxies refuse (pkg/envoy/lds; osm#5231). */
final class RepeatedHeadless implements Rule {

    @Override
    public String id() {
        return "SMI-SVC-03";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().usesEnvoy()) {
            return List.of(); // what the fork's proxy does is not known
        }
        List<Service> headless = facts.application().services().stream()
                .filter(service -> service.headless() && MeshedServices.contains(facts, service))
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < headless.size(); i++) {
            for (int j = 0; j < i; j++) {
                check(facts, headless.get(j), headless.get(i), findings);
            }
        }
        return findings;
    }

    private void check(Facts facts, Service one, Service other, List<Finding> findings) {
        List<Workload> shared = facts.application().selectedBy(other).stream()
                .filter(facts.application().selectedBy(one)::contains)
                .toList();
        Optional<ServicePort> port = other.ports().stream()
                .filter(each -> one.ports().stream().anyMatch(same -> same.number() == each.number()))
                .findFirst();
        if (!shared.isEmpty() && port.isPresent()) {
            boolean called = facts.mesh().mode().permissive()
                    || facts.graph().calls().stream()
                            .anyMatch(call ->
                                    shared.stream().anyMatch(facts.application().selectedBy(call.service())::contains));
            findings.add(Finding.of(
                    this,
                    called ? Severity.ERROR : Severity.WARNING,
                    other.object(),
                    port.get().location(),
                    "headless Service " + one.name() + " leads to the same pods on the same port "
                            + port.get().number(),
                    "the proxies of whoever may call these pods refuse their configuration: all their calls fail",
                    "keep one of them, or give the other one a cluster IP"));
        }
    }
}
