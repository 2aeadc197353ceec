package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.policy.IngressBackend.Backend;
import io.github.meshready.smi.policy.IngressBackend.Source;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Two Services over one port of the same pods, both opened to the same callers (pkg/envoy/lds/ingress.go; osm#4202). */
final class CompetingIngress implements Rule {

    @Override
    public String id() {
        return "SMI-ING-08";
    }

    /** What one filter chain of the pods' proxies is made for. */
    private record Chain(Workload workload, int port, boolean encrypted, Set<String> from) {}

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().usesEnvoy()) {
            return List.of(); // what the fork's proxy does is not known
        }
        Map<Chain, Service> first = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (IngressBackend policy : facts.policies().ingressBackends()) {
            Set<String> from = policy.sources().stream()
                    .filter(Source::isAddress)
                    .map(source -> source.kind() + " " + source.name())
                    .collect(Collectors.toSet());
            for (Backend backend : policy.backends()) {
                ObjectName name = new ObjectName(policy.object().namespace(), backend.service());
                facts.application()
                        .service(name)
                        .ifPresent(service -> chains(facts, service, backend, from)
                                .forEach(chain -> Optional.ofNullable(first.putIfAbsent(chain, service))
                                        .filter(other -> !other.equals(service))
                                        .ifPresent(other -> findings.add(finding(policy, backend, other, chain)))));
            }
        }
        return findings;
    }

    private static List<Chain> chains(Facts facts, Service service, Backend backend, Set<String> from) {
        return facts.application().selectedBy(service).stream()
                .filter(workload -> facts.mesh().membership().outside(workload).isEmpty())
                .filter(workload -> service.tcpPorts().stream()
                        .anyMatch(port -> port.target().on(workload.pod()).equals(OptionalInt.of(backend.port()))))
                .map(workload -> new Chain(workload, backend.port(), backend.isEncrypted(), from))
                .toList();
    }

    private Finding finding(IngressBackend policy, Backend backend, Service other, Chain chain) {
        return Finding.of(
                this,
                Severity.WARNING,
                policy.object(),
                backend.location(),
                "it opens port " + chain.port() + " of " + chain.workload().name() + " through Service "
                        + Printable.text(backend.service()) + ", which is open to the same callers through Service "
                        + other.name(),
                "the pods' proxies get two filter chains for the same traffic, and may refuse their configuration",
                "let traffic in through one of the Services");
    }
}
