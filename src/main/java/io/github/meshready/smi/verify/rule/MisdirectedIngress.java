package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.policy.IngressBackend.Backend;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** IngressBackends that open what is not there: they compare with the port of the pods (pkg/catalog/ingress.go). */
final class MisdirectedIngress implements Rule {

    @Override
    public String id() {
        return "SMI-ING-02";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (IngressBackend policy : facts.policies().ingressBackends()) {
            for (Backend backend : policy.backends()) {
                ObjectName name = new ObjectName(policy.object().namespace(), backend.service());
                Optional<Service> service = facts.application().service(name);
                if (service.isPresent()) {
                    check(facts, policy, backend, service.get(), findings);
                } else {
                    findings.add(missing(facts, policy, backend));
                }
            }
        }
        return findings;
    }

    private Finding missing(Facts facts, IngressBackend policy, Backend backend) {
        Optional<ObjectName> elsewhere = facts.application().services().stream()
                .map(Service::name)
                .filter(name -> name.name().equals(backend.service()))
                .findFirst();
        return finding(
                policy,
                backend,
                Severity.WARNING,
                "no manifest defines Service " + Printable.text(backend.service()) + " in namespace "
                        + policy.object().namespace(),
                "the mesh looks for backends in the policy's own namespace: it lets nothing in",
                elsewhere
                        .map(name -> "if Service " + name + " is meant, put the policy into its namespace")
                        .orElse("correct the name, or verify together with the manifests of the Service"));
    }

    private void check(Facts facts, IngressBackend policy, Backend backend, Service service, List<Finding> findings) {
        if (facts.dialect().knowsPodsByName() && facts.application().namesPods(service)) {
            findings.add(finding(
                    policy,
                    backend,
                    Severity.ERROR,
                    "Service " + service.name() + " is headless and names the pods of a StatefulSet",
                    "the mesh knows only the names of the pods, not that of the Service: it lets nothing in",
                    "let traffic in to a Service with a cluster IP over the same pods"));
            return;
        }
        Set<Integer> targets = new TreeSet<>();
        for (ServicePort port : service.tcpPorts()) {
            for (Workload workload : facts.application().selectedBy(service)) {
                OptionalInt target = port.target().on(workload.pod());
                if (target.isEmpty()) {
                    return;
                }
                targets.add(target.getAsInt());
            }
        }
        if (!targets.isEmpty() && !targets.contains(backend.port())) {
            boolean isServicePort = service.tcpPort(backend.port()).isPresent();
            findings.add(Finding.of(
                    this,
                    Severity.ERROR,
                    policy.object(),
                    policy.portLocation(backend, "number"),
                    backend.port()
                            + (isServicePort ? " is the port of Service " : " is no port of the pods of Service ")
                            + service.name()
                            + (isServicePort ? ", not of its pods" : ""),
                    "the mesh compares with the port of the pods: it lets nothing in",
                    "write " + targets.stream().map(String::valueOf).collect(Collectors.joining(" or "))));
        }
    }

    private Finding finding(
            IngressBackend policy, Backend backend, Severity severity, String message, String consequence, String fix) {
        return Finding.of(this, severity, policy.object(), backend.location(), message, consequence, fix);
    }
}
