package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.app.WorkloadKind;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pods with a name of their own behind a headless Service, which their own proxies do not expect (pkg/envoy/registry/services.go). */
final class NamedPod implements Rule {

    @Override
    public String id() {
        return "SMI-SVC-07";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.dialect().knowsPodsByName() ? facts.meshed() : List.<Workload>of()) {
            Fields spec = workload.podSpec();
            Optional<String> hostname = spec.text("hostname");
            boolean named = workload.kind() == WorkloadKind.STATEFUL_SET
                    || workload.kind() == WorkloadKind.POD && hostname.equals(Optional.of(workload.name()));
            if (!named && hostname.isPresent()) {
                facts.application().servicesOf(workload).stream()
                        .filter(service -> service.headless()
                                && spec.text("subdomain")
                                        .equals(Optional.of(service.name().name())))
                        .findFirst()
                        .ifPresent(service -> findings.add(Finding.of(
                                this,
                                Severity.WARNING,
                                workload.object(),
                                spec.location("hostname"),
                                "its pods are called " + Printable.text(hostname.get()) + " in headless Service "
                                        + service.name().name(),
                                "the mesh expects the pod's own name there: it configures nothing for such calls, which"
                                        + " fail",
                                "use a StatefulSet, or leave out hostname and subdomain")));
            }
        }
        return findings;
    }
}
