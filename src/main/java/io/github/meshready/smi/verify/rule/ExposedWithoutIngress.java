package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Exposure;
import io.github.meshready.smi.app.ExposureFinder;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/** Services that traffic from outside of the mesh reaches, and that let none in (pkg/envoy/lds/ingress.go, pkg/catalog/ingress.go). */
final class ExposedWithoutIngress implements Rule {

    @Override
    public String id() {
        return "SMI-ING-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Exposure exposure : new ExposureFinder(facts.application()).find()) {
            Service service = exposure.service();
            boolean unneeded = !exposure.isDirect() && !facts.dialect().hasIngressBackend(); // v0.9 reads Ingresses
            if (unneeded || !MeshedServices.contains(facts, service)) {
                continue;
            }
            for (ServicePort port : exposure.ports()) {
                List<Integer> targets = facts.application().selectedBy(service).stream()
                        .map(Workload::pod)
                        .flatMap(pod -> port.target().on(pod).stream().boxed())
                        .distinct()
                        .toList();
                targets.stream()
                        .filter(target -> !isLetIn(facts, service, target))
                        .filter(target -> !facts.mesh().isPlain(service, target))
                        .forEach(target -> findings.add(finding(facts, exposure, port, target)));
            }
        }
        return findings;
    }

    /** The proxies match by port and addresses, so an IngressBackend of any Service over the same pods lets traffic in. */
    private static boolean isLetIn(Facts facts, Service service, int target) {
        return !facts.policies().ingress(service.name(), target).isEmpty()
                || facts.application().selectedBy(service).stream()
                        .allMatch(workload -> facts.application().servicesOf(workload).stream()
                                .anyMatch(other -> !facts.policies()
                                        .ingress(other.name(), target)
                                        .isEmpty()));
    }

    private Finding finding(Facts facts, Exposure exposure, ServicePort port, int target) {
        Service service = exposure.service();
        boolean http = facts.graph().protocol(service, port).protocol().isHttp();
        String refused = "such traffic is refused, in permissive mode too";
        if (!http) {
            return Finding.of(
                    this,
                    Severity.WARNING,
                    service.object(),
                    service.object().location(),
                    "port " + port.number() + " is reached from outside of the mesh (" + exposure.how()
                            + "), and only http can be let in",
                    refused,
                    "to let everybody in without the mesh, annotate the pod template with "
                            + facts.dialect().key("inbound-port-exclusion-list") + ": \"" + target + "\"");
        }
        if (!facts.dialect().hasIngressBackend()) {
            return Finding.of(
                    this,
                    Severity.WARNING,
                    service.object(),
                    service.object().location(),
                    "port " + port.number() + " is reached from outside of the mesh (" + exposure.how() + "), and "
                            + facts.dialect() + " lets in only what an Ingress leads to",
                    refused,
                    "put an Ingress in front; or, to let everybody in without the mesh, annotate the pod template with "
                            + facts.dialect().key("inbound-port-exclusion-list") + ": \"" + target + "\"");
        }
        return Finding.of(
                        this,
                        Severity.WARNING,
                        service.object(),
                        service.object().location(),
                        "port " + port.number() + " is reached from outside of the mesh (" + exposure.how()
                                + "), and no IngressBackend lets that in",
                        refused,
                        "say in the pom who calls (" + (exposure.isDirect() ? "addresses" : "the controller's Service")
                                + "), and generate again:")
                .withSnippet(IngressSnippet.of(exposure));
    }
}
