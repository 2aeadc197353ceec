package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.policy.IngressBackend.Source;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proxies in front of the mesh that have a sidecar, or stand where the mesh does not look (docs, guides/traffic_management/ingress.md). */
final class MeshedIngressController implements Rule {

    @Override
    public String id() {
        return "SMI-ING-10";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (IngressBackend policy : facts.policies().ingressBackends()) {
            for (Source source : policy.sources()) {
                if (source.isService()) {
                    fault(facts, source.name()).ifPresent(fault -> findings.add(finding(facts, policy, source, fault)));
                }
            }
        }
        return findings;
    }

    private enum Fault {
        HAS_SIDECAR,
        UNWATCHED
    }

    private static Optional<Fault> fault(Facts facts, ObjectName name) {
        Optional<Service> service = facts.application().service(name);
        boolean sidecar =
                service.filter(found -> MeshedServices.contains(facts, found)).isPresent();
        if (sidecar) {
            return Optional.of(Fault.HAS_SIDECAR);
        }
        boolean unwatched =
                facts.mesh().membership().unwatched(name.namespace()).isPresent();
        return unwatched ? Optional.of(Fault.UNWATCHED) : Optional.empty();
    }

    private Finding finding(Facts facts, IngressBackend policy, Source source, Fault fault) {
        boolean sidecar = fault == Fault.HAS_SIDECAR;
        String namespace = source.name().namespace();
        return Finding.of(
                this,
                Severity.WARNING,
                policy.object(),
                source.location(),
                sidecar
                        ? "the pods of Service " + source.name() + " have a sidecar"
                        : "the mesh does not watch namespace " + namespace + ", where Service " + source.name() + " is",
                sidecar
                        ? "their calls come through the sidecar, which no IngressBackend is for"
                        : "it does not learn the addresses of the proxies: it drops the policy, or keeps old ones",
                sidecar
                        ? "annotate their pod template with " + facts.dialect().injection()
                                + ": disabled, or let them in with a TrafficTarget"
                        : facts.dialect().product() + " namespace add " + namespace + " --mesh-name " + facts.meshName()
                                + " --disable-sidecar-injection");
    }
}
