package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.EgressPolicy;
import io.github.meshready.smi.policy.EgressPolicy.Port;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Ports of an Egress whose protocol is not written as the mesh has it (pkg/catalog/egress.go; pkg/envoy/lds/egress.go). */
final class UnknownEgressProtocol implements Rule {

    private static final Set<String> KNOWN = Set.of("http", "https", "tcp", "tcp-server-first");

    @Override
    public String id() {
        return "SMI-EGR-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.policies().egressPolicies().stream()
                .flatMap(policy -> policy.ports().stream()
                        .filter(port -> !KNOWN.contains(port.protocol()))
                        .map(port -> finding(policy, port)))
                .toList();
    }

    private Finding finding(EgressPolicy policy, Port port) {
        String lower = port.protocol().toLowerCase(Locale.ROOT);
        return Finding.of(
                this,
                Severity.ERROR,
                policy.object(),
                policy.protocolLocation(port),
                "protocol of port " + port.number() + " is \"" + Printable.text(port.protocol()) + "\"",
                "the mesh knows none of that spelling, and lets nothing out on the port",
                KNOWN.contains(lower)
                        ? "write " + lower
                        : "write one of " + KNOWN.stream().sorted().collect(Collectors.joining(", "))
                                + (lower.equals("grpc") ? "; for gRPC, tcp" : ""));
    }
}
