package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.EgressPolicy;
import io.github.meshready.smi.policy.EgressPolicy.Port;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Egresses of one account that let out the same twice, which its proxies refuse (pkg/catalog/egress.go; pkg/envoy/lds/egress.go). */
final class RepeatedEgress implements Rule {

    private static final String HTTP = "http";
    private static final String HTTPS = "https";
    private static final String ANY = "any host or address";

    @Override
    public String id() {
        return "SMI-EGR-03";
    }

    private record Entry(EgressPolicy policy, Port port) {

        /** What is the same in all respects counts once, but for http. */
        boolean isMergedWith(Entry other) {
            return equals(other)
                    || !port.protocol().equals(HTTP)
                            && port.protocol().equals(other.port.protocol())
                            && policy.hosts().equals(other.policy.hosts())
                            && policy.ranges().equals(other.policy.ranges());
        }
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().usesEnvoy()) {
            return List.of(); // what the fork's proxy does is not known
        }
        Set<ObjectName> accounts = facts.policies().egressPolicies().stream()
                .flatMap(policy -> policy.sources().stream())
                .map(AccountRef::account)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Finding> findings = new ArrayList<>();
        Set<Location> seen = new HashSet<>();
        for (ObjectName account : accounts) {
            Map<String, Entry> first = new HashMap<>();
            for (EgressPolicy policy : facts.policies().egress(account)) {
                for (Port port : policy.ports()) {
                    for (String meant : meant(policy, port)) {
                        Entry entry = new Entry(policy, port);
                        Entry other = first.putIfAbsent(port.number() + " " + meant, entry);
                        if (other != null && !entry.isMergedWith(other) && seen.add(port.location())) {
                            findings.add(finding(account, entry, other, meant));
                        }
                    }
                }
            }
        }
        return findings;
    }

    /** What its filter chain or virtual host matches. */
    private static List<String> meant(EgressPolicy policy, Port port) {
        boolean tls = port.protocol().equals(HTTPS) && !policy.hosts().isEmpty();
        if (port.protocol().equals(HTTP) || tls && policy.ranges().isEmpty()) {
            return policy.hosts().stream()
                    .map(host -> port.protocol() + " to " + host)
                    .toList();
        }
        if (tls || !Set.of(HTTPS, "tcp", "tcp-server-first").contains(port.protocol())) {
            return List.of();
        }
        return policy.ranges().isEmpty() ? List.of(ANY) : policy.ranges();
    }

    private Finding finding(ObjectName account, Entry entry, Entry other, String meant) {
        boolean http = entry.port().protocol().equals(HTTP);
        String where = other.policy().equals(entry.policy())
                ? " twice"
                : ", as Egress " + other.policy().object().objectName() + " does";
        return Finding.of(
                this,
                http ? Severity.ERROR : Severity.WARNING,
                entry.policy().object(),
                entry.port().location(),
                "it lets account " + account + " call " + Printable.text(meant) + " on port "
                        + entry.port().number() + where,
                "the account's proxies get two entries for the same calls, and " + (http ? "refuse" : "may refuse")
                        + " their configuration",
                "let one Egress say it");
    }
}
